import type { Container } from '../cluster/kubernetes.ts';

/** On the runtime's Template: how many minutes a model may take to start, for slow networks and large models. */
export const STARTUP_MINUTES_ANNOTATION = 'nim-wizard.opendatahub.io/startup-minutes';

/** A day. Whoever waits longer has another problem than patience. */
const MOST_MINUTES = 1440;
const SECONDS_PER_MINUTE = 60;

/** What Kubernetes takes for a probe that does not say it. */
const DEFAULT_PERIOD_SECONDS = 10;
const DEFAULT_FAILURE_THRESHOLD = 3;

export type StartupTime =
  | { status: 'ok'; /** undefined: as the Template's own probe has it */ minutes?: number }
  | { status: 'refused'; message: string };

/** Reads the annotation; what is no whole number of minutes up to a day is refused, not guessed at. */
export const readStartupTime = (annotations: Record<string, string> = {}): StartupTime => {
  const text = annotations[STARTUP_MINUTES_ANNOTATION];
  if (text === undefined) {
    return { status: 'ok' };
  }
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= MOST_MINUTES
    ? { status: 'ok', minutes }
    : {
        status: 'refused',
        message: `its annotation ${STARTUP_MINUTES_ANNOTATION} must be a whole number of minutes from 1 to ${MOST_MINUTES}`,
      };
};

/** The container with a start-up probe that gives up no earlier than that; it is never made less patient. */
export const withStartupTime = (container: Container, minutes: number | undefined): Container => {
  const probe = container.startupProbe;
  if (!probe || minutes === undefined) {
    return container;
  }
  const period = probe.periodSeconds ?? DEFAULT_PERIOD_SECONDS;
  const failureThreshold = Math.max(
    probe.failureThreshold ?? DEFAULT_FAILURE_THRESHOLD,
    Math.ceil((minutes * SECONDS_PER_MINUTE) / period),
  );
  return { ...container, startupProbe: { ...probe, failureThreshold } };
};
