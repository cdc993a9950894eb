import type { Mode, ModelSpec, RunConfig } from '@mammofed/core';

/**
 * `federated`: the sites train one model together. `pooled`: one site trains on everybody's images, which hospitals cannot
 * do. `local`: one site trains on its own images alone.
 */
export type ExperimentKind = 'federated' | 'pooled' | 'local';

/** One run of a demo. */
export interface Experiment {
  /** Its name in the demo's plan, e.g. `unet/local/site-1`. */
  readonly key: string;
  readonly model: ModelSpec['name'];
  readonly kind: ExperimentKind;
  /** Of a local-only run: whose. */
  readonly site: string | null;
  readonly config: RunConfig;
}

export interface ExperimentPlan {
  /** One for each network. */
  readonly configs: readonly RunConfig[];
  readonly sites: readonly string[];
  /** Of the federated runs. The others sum one site's update, which nothing can hide in a sum: they are sealed. */
  readonly mode: Mode;
  /** Given: the runs that a federated one is compared with are made too. */
  readonly pooledSite: string | null;
}

/** A secure sum is over at least three sites: of two, each would know the other's. */
const LEAST_SECURE = 3;

/** The mode of a demo unless one is asked for. */
export function usualMode(siteCount: number): Mode {
  return siteCount >= LEAST_SECURE ? 'secure' : 'sealed';
}

/**
 * The runs of a demo in the order in which they are made; those of one step go side by side. All of a network have the
 * same seed, rounds and epochs, and the same study, so that the same patients train and test.
 */
export function experimentSteps({ configs, sites, mode, pooledSite }: ExperimentPlan): Experiment[][] {
  return configs.flatMap((config) => {
    const { name: model } = config.model;
    const one = (kind: ExperimentKind, cohort: readonly string[], minSites: number, isNamed: boolean): Experiment => {
      const site = kind === 'local' ? (cohort[0] ?? null) : null;
      const quorum = { ...config.quorum, minSites, maxSites: cohort.length, sites: isNamed ? cohort : null };
      const key = [model, kind, ...(site === null ? [] : [site])].join('/');
      return { key, model, kind, site, config: { ...config, mode: kind === 'federated' ? mode : 'sealed', quorum } };
    };
    // One site may fail and the run still ends, but for three in a secure sum. Named only where there is a site that must
    // not take part.
    const least = mode === 'secure' ? LEAST_SECURE : 1;
    const federated = one('federated', sites, Math.max(least, sites.length - 1), pooledSite !== null);
    if (pooledSite === null) return [[federated]];
    return [
      [federated],
      [one('pooled', [pooledSite], 1, true)],
      // Each has its share of the processor, as in the federated run.
      sites.map((site) => one('local', [site], 1, true)),
    ];
  });
}

/** `unet, federated`, `unet, local-only at site-1`. */
export function experimentTitle({ model, kind, site }: Pick<Experiment, 'model' | 'kind' | 'site'>): string {
  return `${model}, ${kindText(kind)}${site === null ? '' : ` at ${site}`}`;
}

export function kindText(kind: ExperimentKind): string {
  return kind === 'local' ? 'local-only' : kind;
}
