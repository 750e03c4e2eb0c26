/** Colours of everything that the SDK shows. They follow the page's light or dark scheme. */
export const PALETTE = `
:host {
  --surface: #f3f4f6; --tile: #dfe3e8; --text: #1b1f24; --muted-text: #57606a;
  --bar: rgba(255, 255, 255, .95); --bar-solid: #fff; --button: #e7eaee; --button-hover: #d9dde3; --line: rgba(27, 31, 36, .1);
  --accent: #1f883d; --action: #0969da; --danger: #c93c37; --danger-hover: #b02f2b; --focus: #0969da;
  --off: #ffdcd9; --off-text: #a1251f;
}
@media (prefers-color-scheme: dark) {
  :host {
    --surface: #14171b; --tile: #22272e; --text: #f0f3f6; --muted-text: #a9b2bc;
    --bar: rgba(30, 34, 40, .95); --bar-solid: #1e2228; --button: #323840; --button-hover: #404751; --line: rgba(240, 243, 246, .08);
    --accent: #3fb950; --focus: #6cb6ff; --off: #5a2321; --off-text: #ffb3ad;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
`;
