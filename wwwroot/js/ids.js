// Ids that a browser makes: 26 signs of a-z and 2-7, 130 random bits. Works on plain http too, where randomUUID is missing.
const signs = "abcdefghijklmnopqrstuvwxyz234567";

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return Array.from(bytes, (byte) => signs[byte & 31]).join("");
}
