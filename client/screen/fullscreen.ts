/** F goes to full screen and back: a projector's page has no visible control. */
export function watchKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "f" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const done =
      document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
    // The browser may refuse: the window then stays as it is, and F can be pressed again.
    done.catch(() => undefined);
  });
}
