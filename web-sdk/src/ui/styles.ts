/** The look of the call view. */
export const CSS = `
:host { display: block; width: 100%; height: 100%; min-height: 220px; }
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
.lost .video { filter: brightness(.55) saturate(.4); }
.lost .avatar { filter: saturate(.2); }
.tile[data-fit=contain] .video, .tile[data-fit=contain] .video.upright { object-fit: contain; }
.tile[data-fit=cover]:not(.screen) .video { object-fit: cover !important; }
.mirrored .video { transform: scaleX(-1); }
.screen .video { object-fit: contain; }
.screen .avatar { display: none; }
.avatar {
  width: clamp(36px, 34cqmin, 128px); aspect-ratio: 1; border-radius: 50%; overflow: hidden; display: grid; place-items: center;
  font-size: clamp(14px, 13cqmin, 48px); font-weight: 600; letter-spacing: .02em; user-select: none;
  background: hsl(var(--hue) 38% 33%); color: #fff;
}
.avatar img { width: 100%; height: 100%; object-fit: cover; }
.label {
  min-width: 0; height: 26px; display: flex; align-items: center; gap: 5px; padding: 0 9px; border-radius: 8px;
  background: rgba(15, 18, 22, .66); color: #fff; font-size: 13px; text-shadow: 0 0 2px rgba(0, 0, 0, .6);
}
.edge { position: absolute; left: 8px; right: 8px; display: flex; justify-content: space-between; align-items: center; gap: 6px; pointer-events: none; }
.edge.top { top: 8px; }
.edge.bottom { bottom: 8px; }
.corner { display: flex; align-items: center; gap: 6px; min-width: 0; }
.corner:has(.network) { flex-shrink: .2; }
.hand {
  width: 28px; height: 28px; flex: none; display: grid; place-items: center; border-radius: 50%; background: #ffd54a; color: #3b2f00;
}
.hand .icon { width: 18px; height: 18px; }
.network { padding: 0 7px; }
.network .icon { width: 16px; height: 16px; stroke-width: 2.6; }
.network .name:empty { display: none; }
.network[data-quality=good] .icon { color: #7ee28d; }
.network[data-quality=fair] .icon { color: #ffd54a; }
.network[data-quality=poor] .icon { color: #ff9a93; }
@container (max-width: 150px) {
  .label { font-size: 11px; height: 22px; padding: 0 6px; }
  .edge { left: 4px; right: 4px; }
  .edge.top { top: 4px; }
  .edge.bottom { bottom: 4px; }
  .hand { width: 22px; height: 22px; }
  .hand .icon { width: 14px; height: 14px; }
}
@container (max-height: 110px) { .avatar { width: 34px; font-size: 13px; margin-bottom: 18px; } }
@container (max-width: 72px) {
  .label .name, .label:not(:has(.badge:not([hidden]))):not(.network) { display: none; }
  .label { padding: 0 4px; }
  .badge { margin: 0; }
  .avatar { width: 30px; font-size: 11px; margin: 0; }
}
@container (max-width: 420px) { .main .network .name { display: none; } }
.name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.badge { display: flex; color: #ff9a93; margin-left: -3px; }
.badge .icon { width: 16px; height: 16px; }
.icon { width: 22px; height: 22px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.status, .unblock {
  position: absolute; left: 50%; top: 22px; transform: translateX(-50%); width: max-content; max-width: calc(100% - 32px); padding: 7px 16px;
  border-radius: 18px; text-align: center; background: var(--bar); color: var(--text); box-shadow: 0 2px 10px rgba(0, 0, 0, .18);
}
.status:empty { display: none; }
.empty .status { top: 45%; font-size: 16px; }
.unblock {
  top: 50%; transform: translate(-50%, -50%); display: flex; align-items: center; gap: 8px; border: 0; cursor: pointer; font: inherit; font-weight: 600;
  padding: 10px 20px; background: var(--action); color: #fff;
}
.prompt, .ask {
  position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%); width: min(340px, calc(100% - 32px)); padding: 22px;
  border-radius: 16px; background: var(--bar); text-align: center; box-shadow: 0 8px 30px rgba(0, 0, 0, .3);
}
.prompt h2, .ask h2 { margin: 0 0 6px; font-size: 17px; }
.prompt p, .ask p { margin: 0 0 16px; color: var(--muted-text); font-variant-numeric: tabular-nums; }
.stay {
  border: 0; border-radius: 999px; padding: 10px 22px; cursor: pointer; font: inherit; font-weight: 600; background: var(--action); color: #fff;
}
.later { background: var(--button); color: var(--text); margin-left: 8px; }
.controls { flex: none; display: flex; justify-content: center; gap: 10px; padding: 0 12px 12px; }
.button {
  width: 48px; height: 48px; border: 0; border-radius: 50%; display: grid; place-items: center; cursor: pointer;
  background: var(--button); color: var(--text); transition: background-color .12s;
}
.button:hover { background: var(--button-hover); }
@media (max-width: 360px) { .controls { gap: 4px; } .controls .button { width: 42px; } .controls .button.leave { width: 56px; } }
.button.small {
  width: 32px; height: 32px; flex: none; border-radius: 8px; background: rgba(15, 18, 22, .66); color: #fff; pointer-events: auto;
}
.button.small:hover { background: rgba(15, 18, 22, .86); }
.button.small .icon { width: 18px; height: 18px; }
.choice { position: relative; }
.menu {
  position: absolute; right: 50%; bottom: 58px; transform: translateX(40%); z-index: 1; padding: 6px; border-radius: 12px; width: max-content;
  display: grid; background: var(--bar-solid); box-shadow: 0 4px 20px rgba(0, 0, 0, .3); max-width: min(300px, 90vw); max-height: min(420px, 60vh); overflow: auto;
}
.menu button {
  border: 0; border-radius: 8px; padding: 10px 14px 10px 34px; min-height: 40px; font: inherit; text-align: start; cursor: pointer;
  background: none; color: var(--text); position: relative;
}
.menu [role=group] { display: grid; }
.menu [role=group] + [role=group] { border-top: 1px solid var(--line); margin-top: 6px; padding-top: 6px; }
.menu .heading { margin: 4px 14px; font-size: 12px; font-weight: 600; color: var(--muted-text); }
.menu button:hover, .menu button:focus { background: var(--button); }
.menu [aria-checked=true]::before { content: "✓"; position: absolute; left: 12px; color: var(--text); }
.notice {
  flex: none; align-self: center; margin: 0 12px 12px; max-width: 520px; display: flex; align-items: center; gap: 12px; padding: 8px 8px 8px 16px; border-radius: 12px;
  background: var(--bar-solid); color: var(--text); border: 1px solid var(--line); border-inline-start: 4px solid var(--danger);
}
.notice p { margin: 0; }
.notice .button.small { background: none; color: var(--text); }
.notice .button.small:hover { background: var(--button); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.button:disabled { cursor: default; opacity: .5; }
.button.off { background: var(--off); color: var(--off-text); }
.button.leave { width: 64px; border-radius: 24px; background: var(--danger); color: #fff; margin-left: 6px; }
.button.leave:hover { background: var(--danger-hover); }
.button:focus-visible, .unblock:focus-visible, .stay:focus-visible, .menu button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
@media (max-width: 640px) { .stage { margin: 8px; } }
@media (prefers-reduced-motion: reduce) { .button { transition: none; } }
@media (forced-colors: active) { .tile.speaking::after { border-color: Highlight; } .button { border: 1px solid ButtonText; } }
`;
