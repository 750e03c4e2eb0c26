export type Kind = 'camera' | 'microphone';

/** Why a device does not work and what to do. @param error the name of what `getUserMedia` threw */
export function deviceProblem(kind: Kind, error: string): string {
  switch (error) {
    case 'NotAllowedError':
      return `The browser blocks the ${kind}. Allow it beside the page’s address, then try again.`;
    case 'NotFoundError':
    case 'OverconstrainedError':
      return `No ${kind} was found. Plug one in and try again, or join without.`;
    case 'TypeError':
      return `Browsers give no ${kind} to this page: it needs https, or localhost.`;
    default:
      return `The ${kind} does not work now. Another program may be using it: close that and try again.`;
  }
}

/** What stands in the select for a device. Without a permission browsers give no names. */
export function deviceName(label: string, index: number): string {
  return label === '' ? `Device ${index + 1}` : label;
}
