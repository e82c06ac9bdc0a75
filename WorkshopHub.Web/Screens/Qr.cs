using System.Globalization;
using System.Text;
using QRCoder;

namespace WorkshopHub.Web.Screens;

/// <summary>A QR as the data of one SVG path, with its white quiet zone of four modules.</summary>
/// <param name="Size">Modules a side, quiet zone included.</param>
/// <param name="Path">The black modules.</param>
/// <param name="Text">What it holds.</param>
public sealed record Qr(int Size, string Path, string Text)
{
    private const int Quiet = 4;

    /// <summary>More than 29 modules are hard to read from the last row: the address is too long then.</summary>
    public bool Crowded => Size - (2 * Quiet) > 29;

    /// <summary>The smallest QR that holds the text. Upper case letters need the least room.</summary>
    public static Qr Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var bits = data.ModuleMatrix; // QRCoder has the quiet zone of four modules in its matrix
        var path = new StringBuilder();
        for (var y = 0; y < bits.Count; y++)
        {
            for (var x = 0; x < bits.Count; x++)
            {
                if (!bits[y][x])
                {
                    continue;
                }

                var start = x;
                while (x + 1 < bits.Count && bits[y][x + 1])
                {
                    x++;
                }

                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start + 1}v1h-{x - start + 1}z");
            }
        }

        return new Qr(bits.Count, path.ToString(), text);
    }
}
