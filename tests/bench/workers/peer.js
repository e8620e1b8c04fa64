// One Node peer doing one work N times: peer.js PEER WORK SOURCE FOLDER N. Prints wall and CPU seconds of each.
const [peer, work, source, folder, count] = process.argv.slice(2);
const out = (name) => `${folder}/${name}.jpg`;

function sharpWorks(shared) {
  const sharp = require('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  const text = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">' +
      '<text x="0" y="24" font-size="24" fill="white" font-family="sans-serif">Watermark</text></svg>');
  const inside = { fit: 'inside', withoutEnlargement: true };
  const open = () => sharp(source, { limitInputPixels: false });
  const w1 = (s) => s.resize(480, 270, inside).jpeg({ quality: 80 }).toFile(out('W1'));
  const w2 = (s) => s.resize(1024, 1024, inside).jpeg({ quality: 70, optimiseCoding: true }).toFile(out('W2'));
  const w3 = (s) => s.resize(800, 600, { fit: 'fill' }).composite([{ input: text, left: 10, top: 10 }]).jpeg({ quality: 80 }).toFile(out('W3'));
  return {
    W1: () => w1(open()),
    W2: () => w2(open()),
    W3: () => w3(open()),
    W4: () => open().jpeg({ quality: 80 }).toFile(out('W4')),
    W5: async () => {
      let each = open;
      if (shared) {
        // One decode, kept as pixels.
        const { data, info } = await open().resize(1480, 1480, inside).raw().toBuffer({ resolveWithObject: true });
        each = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
      }
      await w1(each());
      await w2(each());
      await w3(each());
    },
  };
}

function jimpWorks() {
  const { Jimp, loadFont } = require('jimp');
  const fonts = require('jimp/fonts');
  const open = () => Jimp.read(source, { 'image/jpeg': { maxMemoryUsageInMB: 8192, maxResolutionInMP: 2000 } });
  const fit = (image, w, h) => {
    const scale = Math.min(w / image.width, h / image.height, 1);
    return image.resize({ w: Math.round(image.width * scale), h: Math.round(image.height * scale) });
  };
  const marked = async (image) => {
    image.print({ font: await loadFont(fonts.SANS_16_WHITE), x: 10, y: 10, text: 'Watermark' });
    return image;
  };
  const w1 = (image) => fit(image, 480, 270).write(out('W1'), { quality: 80 });
  const w2 = (image) => fit(image, 1024, 1024).write(out('W2'), { quality: 70 });
  const w3 = async (image) => (await marked(image.resize({ w: 800, h: 600 }))).write(out('W3'), { quality: 80 });
  return {
    W1: async () => w1(await open()),
    W2: async () => w2(await open()),
    W3: async () => w3(await open()),
    W4: async () => (await open()).write(out('W4'), { quality: 80 }),
    W5: async () => {
      const image = await open();
      await w1(image.clone());
      await w2(image.clone());
      await w3(image.clone());
    },
  };
}

(async () => {
  const works = peer === 'jimp' ? jimpWorks() : sharpWorks(peer === 'sharp-shared');
  const wall = [];
  const cpu = [];
  for (let i = 0; i < Number(count); i++) {
    const began = process.hrtime.bigint();
    const before = process.cpuUsage();
    await works[work]();
    const used = process.cpuUsage(before);
    wall.push(Number(process.hrtime.bigint() - began) / 1e9);
    cpu.push((used.user + used.system) / 1e6);
  }
  console.log(JSON.stringify({ wall, cpu }));
})();
