import { CallException } from '../core/errors';
import { CallSettings, CallSettingsBuilder } from './call-settings';

/** How one presentation starts and looks. Made by {@link PresenterSettingsBuilder}. */
export class PresenterSettings extends CallSettings {}

/** As {@link CallSettingsBuilder}, for a session in which few speak and many look on. */
export class PresenterSettingsBuilder extends CallSettingsBuilder {
  #isPresenter = false;

  /**
   * Who is none sends nothing: no device is opened, and there are no buttons for them. What somebody may send at all is in the call
   * token; this only asks for less.
   */
  setIsPresenter(isPresenter: boolean): this {
    this.#isPresenter = isPresenter;
    return this;
  }

  override build(): PresenterSettings {
    return new PresenterSettings({ ...super.build().values, viewOnly: !this.#isPresenter });
  }
}

/** Throws INVALID_PRESENTER_SETTINGS when `settings` were not built by the builder. */
export function checkPresenterSettings(settings: unknown): asserts settings is PresenterSettings {
  if (settings instanceof PresenterSettings) return;
  throw new CallException({
    code: 'INVALID_PRESENTER_SETTINGS',
    message: 'Pass presenter settings that PresenterSettingsBuilder.build() returned.',
  });
}
