import { CallException } from '../core/errors';
import { CallSettings, CallSettingsBuilder } from './call-settings';
import { wrongSetting } from './settings-check';

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
    return new PresenterSettings({ ...super.build().values, presents: this.#isPresenter });
  }
}

/** Throws INVALID_PRESENTER_SETTINGS when `settings` were not built by the builder, or when one of its methods was given what it does not take. */
export function checkPresenterSettings(settings: unknown): asserts settings is PresenterSettings {
  const message =
    settings instanceof PresenterSettings
      ? wrongSetting(settings.values)
      : 'Pass presenter settings that PresenterSettingsBuilder.build() returned.';
  if (message !== undefined) throw new CallException({ code: 'INVALID_PRESENTER_SETTINGS', message });
}
