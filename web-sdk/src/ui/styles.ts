/** The look of the call view. Follows the page's light or dark scheme. */
export const CSS = `
:host {
  display: block; width: 100%; height: 100%; min-height: 220px;
  --surface: #f3f4f6; --tile: #dfe3e8; --text: #1b1f24; --muted-text: #57606a;
  --bar: rgba(255, 255, 255, .92); --button: #e7eaee; --button-hover: #d9dde3; --line: rgba(27, 31, 36, .1);
  --accent: #1f883d; --danger: #c93c37; --danger-hover: #b02f2b; --focus: #0969da;
  --off: #ffdcd9; --off-text: #a1251f;
}
@media (prefers-color-scheme: dark) {
  :host {
    --surface: #14171b; --tile: #22272e; --text: #f0f3f6; --muted-text: #a9b2bc;
    --bar: rgba(30, 34, 40, .92); --button: #323840; --button-hover: #404751; --line: rgba(240, 243, 246, .08);
    --accent: #3fb950; --focus: #6cb6ff; --off: #5a2321; --off-text: #ffb3ad;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.call {
  position: relative; display: flex; flex-direction: column; width: 100%; height: 100%; overflow: hidden;
  background: var(--surface); color: var(--text);
  font: 14px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
.stage { flex: 1; min-height: 0; position: relative; margin: 12px; }
.tile {
  position: absolute; overflow: hidden; border-radius: 12px;
  display: grid; place-items: center; background: var(--tile); container-type: size;
}
.tile::after { content: ""; position: absolute; inset: 0; border-radius: inherit; border: 1px solid var(--line); pointer-events: none; }
.tile.speaking::after { border: 3px solid var(--accent); }
.video { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
@container (min-aspect-ratio: 1/1) { .video.upright { object-fit: contain; } }
.lost .video, .lost .avatar { opacity: .4; }
.mirrored .video { transform: scaleX(-1); }
.screen .video { object-fit: contain; }
.screen .avatar { display: none; }
.avatar {
  width: clamp(36px, 34cqmin, 128px); aspect-ratio: 1; border-radius: 50%; overflow: hidden; display: grid; place-items: center;
  font-size: clamp(14px, 13cqmin, 48px); font-weight: 600; letter-spacing: .02em; user-select: none;
  background: hsl(var(--hue) 38% 42%); color: #fff;
}
.avatar img { width: 100%; height: 100%; object-fit: cover; }
.label {
  position: absolute; left: 8px; bottom: 8px; max-width: calc(100% - 16px); display: flex; align-items: center; gap: 5px;
  padding: 3px 9px; border-radius: 8px; background: rgba(15, 18, 22, .66); color: #fff; font-size: 13px;
}
.name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.badge { display: flex; color: #ff9a93; margin-left: -3px; }
.badge .icon { width: 16px; height: 16px; }
.icon { width: 22px; height: 22px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.status, .unblock {
  position: absolute; left: 50%; top: 22px; transform: translateX(-50%); max-width: calc(100% - 48px); padding: 7px 16px;
  border-radius: 999px; background: var(--bar); color: var(--text); box-shadow: 0 2px 10px rgba(0, 0, 0, .18); white-space: nowrap;
  overflow: hidden; text-overflow: ellipsis;
}
.status:empty { display: none; }
.empty .status { top: 45%; font-size: 16px; }
.unblock {
  top: 50%; transform: translate(-50%, -50%); display: flex; align-items: center; gap: 8px; border: 0; cursor: pointer; font: inherit; font-weight: 600;
  padding: 10px 20px; background: var(--focus); color: #fff;
}
.prompt, .ask {
  position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%); width: min(340px, calc(100% - 32px)); padding: 22px;
  border-radius: 16px; background: var(--bar); text-align: center; box-shadow: 0 8px 30px rgba(0, 0, 0, .3);
}
.prompt h2, .ask h2 { margin: 0 0 6px; font-size: 17px; }
.prompt p, .ask p { margin: 0 0 16px; color: var(--muted-text); font-variant-numeric: tabular-nums; }
.stay {
  border: 0; border-radius: 999px; padding: 10px 22px; cursor: pointer; font: inherit; font-weight: 600; background: var(--focus); color: #fff;
}
.later { background: var(--button); color: var(--text); margin-left: 8px; }
.controls { flex: none; display: flex; justify-content: center; gap: 10px; padding: 0 12px 12px; }
.button {
  width: 48px; height: 48px; border: 0; border-radius: 50%; display: grid; place-items: center; cursor: pointer;
  background: var(--button); color: var(--text); transition: background-color .12s;
}
.button:hover { background: var(--button-hover); }
.button:disabled { cursor: default; opacity: .5; }
.button.off { background: var(--off); color: var(--off-text); }
.button.leave { width: 64px; border-radius: 24px; background: var(--danger); color: #fff; margin-left: 6px; }
.button.leave:hover { background: var(--danger-hover); }
.button:focus-visible, .unblock:focus-visible, .stay:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
@media (max-width: 640px) { .stage { margin: 8px; } }
@media (prefers-reduced-motion: reduce) { .button { transition: none; } }
@media (forced-colors: active) { .tile.speaking::after { border-color: Highlight; } .button { border: 1px solid ButtonText; } }
`;
