// Says in the status line what a form has just done: a line that is there when the page comes is read out by nobody.
const told = document.querySelector("[data-told]");
if (told) setTimeout(() => { document.getElementById("status").textContent = told.textContent; }, 200);
