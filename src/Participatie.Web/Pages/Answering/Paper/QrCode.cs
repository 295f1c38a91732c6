using System.Globalization;
using System.Text;
using QRCoder;

namespace Participatie.Web.Pages.Answering.Paper;

/// <summary>
/// A QR code as one SVG path. The library draws SVG as well, but with style attributes, which the content policy blocks, and with a
/// rectangle for each dot, which is ten times as long.
/// </summary>
/// <param name="Size">Dots in a row, the quiet edge included.</param>
/// <param name="Path">A run of black dots is a rectangle of height 1.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        // M still reads with 15 % of it smudged, as paper from a bag is.
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return new QrCode(rows.Count, path.ToString());
    }
}
