// The part of Phaser that the scene uses: the game, its renderers and textures, cameras and images.
// Built from Phaser's own sources in place of the whole engine, which is half of everything a visitor would download.
// Its modules need one another in circles: the order is the engine's own, so this file requires instead of importing.

const Phaser = {
  Renderer: require('#phaser/renderer/index.js'),
  BlendModes: require('#phaser/renderer/BlendModes.js'),
  Cameras: require('#phaser/cameras/2d/index.js'),
  Game: require('#phaser/core/Game.js'),
  DisplayList: require('#phaser/gameobjects/DisplayList.js'),
  GameObjectCreator: require('#phaser/gameobjects/GameObjectCreator.js'),
  GameObjectFactory: require('#phaser/gameobjects/GameObjectFactory.js'),
  UpdateList: require('#phaser/gameobjects/UpdateList.js'),
  Image: require('#phaser/gameobjects/image/ImageFactory.js'),
  ScenePlugin: require('#phaser/scene/ScenePlugin.js'),
  Events: require('#phaser/events/EventEmitter.js'),
  Scale: require('#phaser/scale/const/index.js'),
};

module.exports = Object.assign(Phaser, require('#phaser/const.js'));
