using System.Globalization;

namespace WorkshopHub.Web.Shared;

/// <summary>A figure as it is written everywhere, on walls, on pages and in files: 19.1%, 12 days, 1,250.</summary>
public static class Amount
{
    /// <summary>What is longer stands once beside the name, and not behind each figure.</summary>
    private const int Short = 3;

    /// <summary>A figure with its unit behind it: as typed up to three decimals, what was worked out with two.</summary>
    public static string Say(double value, string unit = "")
    {
        var typed = Math.Abs(value - Math.Round(value, 3)) < 1e-9;
        return value.ToString(typed ? "#,##0.###" : "#,##0.##", CultureInfo.InvariantCulture) + (unit.Length == 0 ? "" : unit == "%" ? "%" : $" {unit}");
    }

    /// <summary>A figure of a measure: its unit stands behind it where that is short.</summary>
    public static string Brief(double value, string? unit) => Say(value, unit is { Length: <= Short } ? unit : "");
}
