/** Knows which elements nobody can see: scrolled away, not displayed, or in a tab that is not in front. */
export class Visibility {
  readonly #hidden = new Set<Element>();
  readonly #observer: IntersectionObserver;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#hidden.delete(target);
        else this.#hidden.add(target);
      }
      onChange();
    });
    document.addEventListener('visibilitychange', onChange);
  }

  get ofPage(): boolean {
    return document.visibilityState === 'visible';
  }

  /** True also for an element that was not looked at yet. */
  of(element: Element): boolean {
    return !this.#hidden.has(element);
  }

  watch(element: Element): void {
    this.#observer.observe(element);
  }

  forget(element: Element): void {
    this.#observer.unobserve(element);
    this.#hidden.delete(element);
  }

  remove(): void {
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#onChange);
  }
}
