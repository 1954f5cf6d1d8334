// Pictures as files, drawn by a page.

/** A PNG of an invented bay with a village, as a file that a page can be given. */
export async function mapFile(page, { width = 1200, height = 800, name = "kart.png" } = {}) {
  const address = await page.evaluate(
    ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const brush = canvas.getContext("2d");
      const at = (x, y) => [x * width, y * height];
      const fill = (colour, points) => {
        brush.fillStyle = colour;
        brush.beginPath();
        for (const [x, y] of points) brush.lineTo(...at(x, y));
        brush.fill();
      };
      brush.fillStyle = "#dfe8cf";
      brush.fillRect(0, 0, width, height);
      fill("#a9cfe0", [
        [0, 0.62],
        [0.28, 0.55],
        [0.45, 0.7],
        [0.62, 0.5],
        [0.7, 0.2],
        [0.86, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]);
      fill("#c3d3a4", [
        [0, 0],
        [0.35, 0],
        [0.22, 0.24],
        [0, 0.3],
      ]);
      brush.strokeStyle = "#f7f3ea";
      brush.lineWidth = width / 90;
      brush.beginPath();
      for (const [x, y] of [
        [0, 0.45],
        [0.3, 0.42],
        [0.5, 0.3],
        [0.62, 0],
      ])
        brush.lineTo(...at(x, y));
      brush.stroke();
      brush.fillStyle = "#8a7a68";
      for (const [x, y] of [
        [0.3, 0.36],
        [0.34, 0.47],
        [0.4, 0.4],
        [0.45, 0.5],
        [0.52, 0.36],
        [0.13, 0.5],
      ])
        brush.fillRect(x * width, y * height, width / 40, width / 50);
      return canvas.toDataURL("image/png");
    },
    [width, height],
  );
  return { name, mimeType: "image/png", buffer: Buffer.from(address.split(",")[1], "base64") };
}
