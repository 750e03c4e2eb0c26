export type Kind = 'camera' | 'microphone';

/** Why devices do not work and what to do. @param errors the names of what `getUserMedia` threw */
export function deviceProblems(errors: ReadonlyMap<Kind, string>): string {
  const alike = [...new Set(errors.values())];
  return alike
    .map((error) => {
      const kinds = [...errors].filter(([, one]) => one === error).map(([kind]) => kind);
      return problem(kinds, error);
    })
    .join(' ');
}

function problem(kinds: readonly Kind[], error: string): string {
  const which = `the ${kinds.join(' and the ')}`;
  const them = kinds.length > 1 ? 'them' : 'it';
  switch (error) {
    case 'NotAllowedError':
      return `The browser blocks ${which}. Allow ${them} beside the page’s address, then try again.`;
    case 'NotFoundError':
    case 'OverconstrainedError':
      return `No ${kinds.join(' and no ')} was found. Plug one in and try again, or join without.`;
    case 'TypeError':
      return `Browsers give this page no ${kinds.join(' and no ')}: it needs https, or localhost.`;
    default:
      return `The browser cannot use ${which} now. Another program may be using ${them}: close that and try again.`;
  }
}

/** What stands in the select for a device. Without a permission browsers give no names. */
export function deviceName(label: string, index: number): string {
  return label === '' ? `Device ${index + 1}` : label;
}
