// The clock counts down between two loads; when a block is over the page shows the next one.
const clock = document.querySelector("[data-until]");
const left = clock?.querySelector("[data-left]");

function show() {
  const seconds = Math.round((new Date(clock.dataset.until) - Date.now()) / 1000);
  if (seconds <= 0) {
    clearInterval(ticking);
    setTimeout(() => location.reload(), 1500);
    return;
  }
  const minutes = Math.floor(seconds / 60);
  left.textContent = `${minutes}.${String(seconds % 60).padStart(2, "0")}`;
}

const ticking = left ? setInterval(show, 1000) : 0;
if (left) show();
