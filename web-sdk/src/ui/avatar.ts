import { element } from './dom';

/** A person's picture, or the initials until it is there and when it does not load. */
export function showAvatar(target: Element, initials: string, avatar: string | undefined): void {
  target.replaceChildren(initials);
  if (avatar === undefined) return;
  const picture = element('img', { src: avatar, alt: '', referrerpolicy: 'no-referrer' });
  picture.addEventListener('error', () => target.replaceChildren(initials));
  target.replaceChildren(picture);
}
