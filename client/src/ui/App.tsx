// Chooses the screen by where the person is: at the entrance, inside, in another tab, or out.
import { Ended } from './Ended.tsx';
import { Entrance } from './entrance/Entrance.tsx';
import { Inside } from './Inside.tsx';
import { useUi } from './Ui.ts';

export function App() {
  const { app } = useUi();
  const world = app.world.value;
  switch (app.phase.value) {
    case 'entrance':
      return <Entrance />;
    case 'inside':
      return world ? <Inside world={world} /> : null;
    case 'elsewhere':
      return <Ended kind="elsewhere" />;
    case 'refused':
      return <Ended kind={app.endReason.value ?? 'gone'} />;
  }
}
