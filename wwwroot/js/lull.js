// A tiny silent video that plays for ever keeps a screen lit where the browser gives no wake lock (plain http).
let video = null;

/** Plays it; answers whether it plays. */
export async function lull() {
  if (!video) {
    video = document.createElement("video");
    video.className = "wall-awake";
    video.muted = video.loop = video.playsInline = true;
    video.setAttribute("aria-hidden", "true");
    for (const [src, type] of [["/img/awake.webm", "video/webm"], ["/img/awake.mp4", "video/mp4"]]) {
      const source = document.createElement("source");
      source.src = src;
      source.type = type;
      video.append(source);
    }
    document.body.append(video);
  }
  try {
    await video.play();
    return !video.paused;
  } catch {
    return false;
  }
}
