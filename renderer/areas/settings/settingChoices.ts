/** Settings that are a choice, and the text key that their form has for a chosen value. */
const choices: readonly { setting: RegExp; textKey: (value: string) => string }[] = [
  { setting: /\.(?:active|draft)\.kind$/, textKey: (value) => `settings:names.kinds.${value}` },
  {
    setting: /^directory\.\w+\.encryption$/,
    textKey: (value) => `directory:encryptions.${value}.label`,
  },
  { setting: /\.identity\.mode$/, textKey: (value) => `directory:modes.${value}.label` },
  {
    setting: /\.controllers\.source$/,
    textKey: (value) => `directory:controllerSources.${value}.label`,
  },
  { setting: /\.encryption$/, textKey: (value) => `mail:encryptions.${value}.label` },
  { setting: /\.authentication\.mode$/, textKey: (value) => `mail:modes.${value}.label` },
  { setting: /\.place\.provider$/, textKey: (value) => `mail:modes.${value}.label` },
  { setting: /\.place\.cloud$/, textKey: (value) => `mail:clouds.${value}` },
  { setting: /\.endpoints\.found$/, textKey: (value) => `mail:endpoints.${value}.label` },
  { setting: /\.proof\.kind$/, textKey: (value) => `mail:clientProofs.${value}.label` },
  { setting: /\.grant\.flow$/, textKey: (value) => `mail:flows.${value}.label` },
  { setting: /\.trust\.mode$/, textKey: (value) => `editor:trust.${value}.label` },
  { setting: /\.arrival\.protocol$/, textKey: (value) => `mail:protocols.${value}` },
  { setting: /\.source$/, textKey: (value) => `shell:controls.sources.${value}` },
  { setting: /^general\.theme$/, textKey: (value) => `shell:theme.${value}` },
];

/** The key of the text that the form shows for this value of this setting; null when it is not a choice. */
export const choiceTextKey = (path: string, value: string): string | null =>
  choices.find(({ setting }) => setting.test(path))?.textKey(value) ?? null;
