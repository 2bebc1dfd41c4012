import { z } from 'zod';

/** The settings of what a process shows to its operator. They are part of the settings in config.ts. */
export const observabilitySettings = {
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('The port of `GET /metrics` for Prometheus; 0 picks a free one. Without it, no metrics are served.'),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('The address to serve metrics at. They hold nothing personal, and nobody has to sign in to read them.'),
  REQUEST_LOG: z
    .enum(['off', 'on', 'addresses'])
    .optional()
    .describe(
      'Whether each HTTP request gets a line in the log; `addresses` adds the client’s address, which is personal. Without it: `on` in production, else `off`.',
    ),
} as const;

type Given = z.infer<z.ZodObject<typeof observabilitySettings>>;

/** What a process shows to its operator. */
export interface ObservabilityConfig {
  /** Where metrics are served; undefined: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  readonly requestLog: 'off' | 'on' | 'addresses';
}

export function observabilityOf({ METRICS_PORT, METRICS_HOST, REQUEST_LOG }: Given, production: boolean): ObservabilityConfig {
  return {
    metrics: METRICS_PORT === undefined ? undefined : Object.freeze({ host: METRICS_HOST, port: METRICS_PORT }),
    requestLog: REQUEST_LOG ?? (production ? 'on' : 'off'),
  };
}
