using PublicHoliday;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Holidays;

/// <summary>The public holidays of some countries, to propose from. The organisation's own list is what counts.</summary>
public static class PublicHolidays
{
    private static readonly (string Key, string Name, string Zone, Func<PublicHolidayBase> Of)[] _countries =
    [
        ("england", "England and Wales", "Europe/London", () => new UKBankHoliday { UkCountry = UKBankHoliday.UkCountries.England }),
        ("scotland", "Scotland", "", () => new UKBankHoliday { UkCountry = UKBankHoliday.UkCountries.Scotland }),
        ("northern-ireland", "Northern Ireland", "", () => new UKBankHoliday { UkCountry = UKBankHoliday.UkCountries.NorthernIreland }),
        ("ireland", "Ireland", "Europe/Dublin", () => new IrelandPublicHoliday()),
        ("austria", "Austria", "Europe/Vienna", () => new AustriaPublicHoliday()),
        ("belgium", "Belgium", "Europe/Brussels", () => new BelgiumPublicHoliday()),
        ("denmark", "Denmark", "Europe/Copenhagen", () => new DenmarkPublicHoliday()),
        ("estonia", "Estonia", "Europe/Tallinn", () => new EstoniaPublicHoliday()),
        ("finland", "Finland", "Europe/Helsinki", () => new FinlandPublicHoliday()),
        ("france", "France", "Europe/Paris", () => new FrancePublicHoliday()),
        ("germany", "Germany, all of it", "Europe/Berlin", () => new GermanPublicHoliday()),
        ("italy", "Italy", "Europe/Rome", () => new ItalyPublicHoliday()),
        ("latvia", "Latvia", "Europe/Riga", () => new LatviaPublicHoliday()),
        ("lithuania", "Lithuania", "Europe/Vilnius", () => new LithuaniaPublicHoliday()),
        ("netherlands", "The Netherlands", "Europe/Amsterdam", () => new DutchPublicHoliday()),
        ("norway", "Norway", "Europe/Oslo", () => new NorwayPublicHoliday()),
        ("poland", "Poland", "Europe/Warsaw", () => new PolandPublicHoliday()),
        ("portugal", "Portugal", "Europe/Lisbon", () => new PortugalPublicHoliday()),
        ("spain", "Spain", "Europe/Madrid", () => new SpainPublicHoliday()),
        ("sweden", "Sweden", "Europe/Stockholm", () => new SwedenPublicHoliday()),
        ("usa", "United States, federal", "America/New_York", () => new USAPublicHoliday()),
    ];

    /// <summary>The countries by key and name.</summary>
    public static IReadOnlyList<(string Key, string Name)> Countries { get; } = [.. _countries.Select(one => (one.Key, one.Name))];

    /// <summary>The country to which a zone's clock belongs, or the first.</summary>
    public static string KeyOf(TimeZoneInfo zone) => (_countries.FirstOrDefault(one => one.Zone == zone.Id).Key) ?? _countries[0].Key;

    /// <summary>A country's holidays of a year that fall on a day on which people would work; null for an unknown country.</summary>
    public static IReadOnlyList<Holiday>? Of(string? country, int year) =>
        _countries.FirstOrDefault(one => one.Key == country) is not { Of: { } of } ? null
        : [.. of().PublicHolidayNames(year).Select(one => new Holiday(DateOnly.FromDateTime(one.Key), Called(Line.Clean(one.Value))))
            .Where(one => one.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && one.Name.Length > 0)
            .DistinctBy(one => one.Day).OrderBy(one => one.Day)];

    /// <summary>Names that say only the season say what they are.</summary>
    private static string Called(string name) => name is "Early May" or "Spring" or "Summer" ? $"{name} bank holiday" : name;
}
