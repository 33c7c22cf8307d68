import { useEffect, useState } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { FoldedCircles } from '../../charts/map/FoldedCircles.tsx';
import { PlanePicture } from '../../charts/map/PlanePicture.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { useMapWords } from '../../i18n/map/words.ts';
import { useMap } from '../../store/map/mapStore.ts';
import { useStore } from '../../store/store.ts';
import { Placeholder } from '../../ui/Placeholder.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { usePoint } from './usePoint.ts';

/** Wider networks are too slow to follow a drag; narrower ones are too far from theory. */
const [MIN_WIDTH, MAX_WIDTH] = [32, 128];

/** Until the network has been looked at; after a failure, MapProblem takes its place. */
function Coming() {
  const hasFailed = useMap((state) => state.problem !== null);
  return hasFailed ? null : <Placeholder />;
}

/** A circle of inputs through the network at the point. It also requests the numbers that PlanePanel shows. */
export function CirclePanel() {
  const { format } = useI18n();
  const map = useMapWords();
  const { act, width, seed } = useStore((state) => state.lab.settings);
  const [point] = usePoint();
  const look = useMap((state) => state.look);
  const lookAt = useMap((state) => state.lookAt);
  const [turning, setTurning] = useState(true);
  const weightVariance = point?.weightVariance;
  const biasVariance = point?.biasVariance;
  useEffect(() => {
    if (weightVariance === undefined || biasVariance === undefined) return;
    const start = { weightVariance, biasVariance };
    lookAt({ act, start, width: Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)), seed });
  }, [lookAt, act, width, seed, weightVariance, biasVariance]);
  if (look === null) return <Coming />;
  const { circles } = look;
  return (
    <FigureFrame
      chart="circle"
      title={map.circle}
      summary={map.circleSummary(format.plain(circles.at(-1)?.q ?? Number.NaN))}
      caption={map.circleCaption}
      actions={<Toggle label={map.turn} checked={turning} onChange={setTurning} />}
    >
      <FoldedCircles
        circles={circles}
        caption={({ layer, share }) => map.circleOf(format.integer(layer), format.percent(share))}
        label={({ layer }) => map.circleLabel(format.integer(layer))}
        turning={turning}
      />
    </FigureFrame>
  );
}

/** The function that the network at the point computes on the plane. */
export function PlanePanel() {
  const { format } = useI18n();
  const map = useMapWords();
  const plane = useMap((state) => state.look?.plane);
  if (plane === undefined) return <Coming />;
  const std = format.plain(plane.std);
  return (
    <FigureFrame
      chart="plane"
      title={map.plane}
      summary={map.planeSummary(std)}
      caption={map.planeCaption(std)}
    >
      <PlanePicture plane={plane} label={map.planeSummary(std)} />
    </FigureFrame>
  );
}
