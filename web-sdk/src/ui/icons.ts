/** Outlines on a 24 x 24 grid, drawn with the current text colour. */
const PATHS = {
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
  microphoneOff:
    'M4 4l16 16M15 10.5V6a3 3 0 0 0-5.7-1.3M9 9.5V11a3 3 0 0 0 4.6 2.5M5.5 11a6.5 6.5 0 0 0 10.3 5.3M18.5 11a6.5 6.5 0 0 1-.7 2.9M12 17.5V21',
  camera:
    'M4.5 7h8A1.5 1.5 0 0 1 14 8.5v7A1.5 1.5 0 0 1 12.5 17h-8A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7ZM14 11l6-3.5v9L14 13',
  cameraOff:
    'M4 4l16 16M9.5 7h3A1.5 1.5 0 0 1 14 8.5V11l6-3.5v9l-2.5-1.5M14 15.5A1.5 1.5 0 0 1 12.5 17h-8A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7H7',
  screen:
    'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5ZM9 21h6M12 14V8.5M9.5 10.5 12 8l2.5 2.5',
  screenOff:
    'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5ZM9 21h6M10 9l4 4M14 9l-4 4',
  leave:
    'M3.5 14.5c-.8-1-.7-2.5.2-3.400 4.600-4.100 12-4.100 16.600 0 .9.9 1 2.400.2 3.400l-.8.9a1.5 1.5 0 0 1-1.900.3l-2-1.200a1.5 1.5 0 0 1-.7-1.5l.2-1.300a12 12 0 0 0-6.600 0l.2 1.300a1.5 1.5 0 0 1-.7 1.5l-2 1.200a1.5 1.5 0 0 1-1.900-.3Z',
  hand: 'M7.5 13V6.200a1.300 1.300 0 0 1 2.600 0V11V4.500a1.300 1.300 0 0 1 2.600 0V11V5.500a1.300 1.300 0 0 1 2.600 0V12V8.500a1.300 1.300 0 0 1 2.600 0V15a6 6 0 0 1-6 6c-2.500 0-4-1-5.200-3.200L4 13.800a1.300 1.300 0 0 1 2.200-1.300l1.300 1.700',
  network: 'M5 19v-3.500M10 19v-7M15 19V8.500M20 19V5',
  layout:
    'M4.500 5h15A1.500 1.500 0 0 1 21 6.500v11a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 17.500v-11A1.500 1.500 0 0 1 4.500 5ZM15.500 5v14M15.500 9.700H21M15.500 14.300H21',
  settings:
    'M4 7h8M17 7h3M4 17h3M12 17h8M14.500 4.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5ZM9.500 14.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5Z',
  expand: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  shrink: 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5',
  close: 'M6 6l12 12M18 6 6 18',
  speaker: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4.200 4.200 0 0 1 0 6M18 6.5a7.800 7.800 0 0 1 0 11',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon' }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
