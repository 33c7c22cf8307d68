/** The tasks of the map's threads, and what they send. */
import type { BornDead } from '../../engine/map/bornDead.ts';
import type { ChiGrid } from '../../engine/map/chiGrid.ts';
import type { FoldedCircle } from '../../engine/map/circle.ts';
import type { JacobianLayer, JacobianNet } from '../../engine/map/jacobian.ts';
import type { MapNet } from '../../engine/map/mapNet.ts';
import type { PlaneFunction } from '../../engine/map/planeFunction.ts';
import type {
  TrainabilityCell,
  TrainabilityGrid,
  TrainabilityResult,
} from '../../engine/map/trainability.ts';
import type { ActivationSpec } from '../../engine/types.ts';

/**
 * χ₁ over the whole map; the depth that theory lets a signal reach; a look at one network; Jacobians layer by layer;
 * narrow networks that are born dead; one cell of races.
 */
export type MapTask =
  | {
      readonly kind: 'chi';
      readonly act: ActivationSpec;
      readonly weightVariance: readonly number[];
      readonly biasVariance: readonly number[];
    }
  | {
      readonly kind: 'edge';
      readonly act: ActivationSpec;
      readonly biasVariance: number;
      readonly weightVariance: readonly number[];
    }
  | { readonly kind: 'net'; readonly net: MapNet }
  | { readonly kind: 'jacobian'; readonly net: JacobianNet }
  | { readonly kind: 'bornDead'; readonly depth: number; readonly seed: number }
  | { readonly kind: 'cell'; readonly grid: TrainabilityGrid; readonly cell: TrainabilityCell };

export interface NetLook {
  readonly circles: readonly FoldedCircle[];
  readonly plane: PlaneFunction;
}

export type MapPart =
  | { readonly type: 'chi'; readonly grid: ChiGrid }
  | { readonly type: 'edge'; readonly depths: readonly (number | null)[] }
  | { readonly type: 'net'; readonly look: NetLook }
  | { readonly type: 'jacobianLayer'; readonly found: JacobianLayer }
  | { readonly type: 'bornDead'; readonly found: readonly BornDead[] }
  | { readonly type: 'cell'; readonly result: TrainabilityResult };
