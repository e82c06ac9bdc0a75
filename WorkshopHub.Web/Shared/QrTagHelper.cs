using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace WorkshopHub.Web.Shared;

/// <summary>
/// A QR code, drawn by the server: <c>&lt;qr text="HTTP://HUB/J/..." label="QR code to join" /&gt;</c>. Black on white
/// in both themes, with the quiet zone of four modules, in the smallest version that holds the text. Text of capitals,
/// digits and <c>$%*+-./:</c> gets by with fewer modules.
/// </summary>
[HtmlTargetElement("qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper : TagHelper
{
    /// <summary>What the camera reads.</summary>
    public string Text { get; set; } = "";

    /// <summary>What a screen reader says.</summary>
    public string Label { get; set; } = "QR code";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var data = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value;
        output.Attributes.SetAttribute("class", own is null ? "qr" : $"qr {own}");
        output.Attributes.SetAttribute("viewBox", $"0 0 {size} {size}");
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        var white = new TagBuilder("path");
        white.Attributes["fill"] = "#fff";
        white.Attributes["d"] = $"M0 0h{size}v{size}H0z";
        var black = new TagBuilder("path");
        black.Attributes["fill"] = "#000";
        black.Attributes["d"] = Runs(data);
        output.Content.AppendHtml(white);
        output.Content.AppendHtml(black);
    }

    /// <summary>The dark modules as a path: one rectangle for each run in a row.</summary>
    private static string Runs(QRCodeData data)
    {
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                var from = x;
                while (x < row.Length && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return path.ToString();
    }
}
