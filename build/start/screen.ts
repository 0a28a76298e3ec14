export type Surroundings = {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  /** Numeric user id; undefined on Windows. */
  userId: number | undefined;
};

/**
 * Why no window can be opened from here, or null when one can. Chromium, alone or inside Electron, does not start as
 * root with its sandbox on, and without the sandbox it is not started.
 */
export const whyNoWindow = ({ platform, environment, userId }: Surroundings): string | null => {
  if (platform === 'win32' || platform === 'darwin') return null;
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return 'there is no display';
  return userId === 0 ? 'root may not open windows safely' : null;
};
