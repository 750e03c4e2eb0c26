/** The look of calls that come in. */
export const INCOMING_CSS = `
:host { display: block; }
.calls { display: grid; gap: 10px; font: 14px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--text); }
.incoming {
  display: flex; flex-wrap: wrap; align-items: center; gap: 10px 14px; padding: 14px 16px; border-radius: 16px;
  background: var(--bar-solid); border: 1px solid var(--line); box-shadow: 0 8px 30px rgba(0, 0, 0, .18);
}
.avatar {
  width: 48px; height: 48px; flex: none; border-radius: 50%; overflow: hidden; display: grid; place-items: center;
  font-size: 17px; font-weight: 600; user-select: none; background: hsl(var(--hue) 38% 33%); color: #fff;
}
.avatar img { width: 100%; height: 100%; object-fit: cover; }
.who { flex: 1 1 140px; min-width: 0; }
.who p { margin: 0; overflow-wrap: anywhere; }
.name { font-size: 16px; font-weight: 600; }
.what { color: var(--muted-text); }
.answers { flex: 1 1 auto; display: flex; gap: 8px; }
.answers button { flex: 1; justify-content: center; }
button {
  display: flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 16px; border: 0; border-radius: 999px; cursor: pointer;
  font: inherit; font-weight: 600; color: #fff;
}
button:disabled { opacity: .55; cursor: default; }
button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.take { background: #1a7f37; }
.decline { background: var(--danger); }
.decline:hover { background: var(--danger-hover); }
.icon { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
@media (forced-colors: active) { button { border: 1px solid ButtonText; } }
`;
