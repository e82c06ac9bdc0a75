namespace WorkshopHub.Web.Demo;

/// <summary>How the demo organisation is built: which part belongs to which, who leads whom, and what people are by trade.</summary>
internal static class DemoPeople
{
    /// <summary>The areas that the parts belong to, each with the keys of its parts.</summary>
    public static IReadOnlyList<(string Area, string[] Units)> Areas { get; } =
    [
        ("Water Supply", ["u01", "u06", "u07", "u14"]),
        ("Wastewater and Environment", ["u08", "u10"]),
        ("Assets and Capability", ["u05", "u09", "u11", "u15"]),
        ("Customer", ["u04", "u12"]),
        ("Finance and Services", ["u02", "u03", "u13", "u16"]),
    ];

    // Whom the content does not give a manager: by key, else by the part they work in.
    private static readonly Dictionary<string, string> _byKey = new()
    {
        ["ch1"] = "sp1",
        ["ch2"] = "sp1",
        ["ch3"] = "sp1",
        ["cl1"] = "ch1",
        ["cl2"] = "ch1",
        ["cl3"] = "sp1",
        ["cl4"] = "sp1",
        ["v06"] = "cl2",
        ["f2"] = "f1",
    };

    private static readonly Dictionary<string, string> _byUnit = new()
    {
        ["u01"] = "cl1",
        ["u02"] = "ch3",
        ["u03"] = "ch3",
        ["u04"] = "cl3",
        ["u05"] = "cl4",
        ["u07"] = "cl2",
        ["u08"] = "ch2",
        ["u09"] = "cl4",
        ["u10"] = "ch2",
        ["u11"] = "cl4",
        ["u12"] = "cl3",
        ["u13"] = "ch3",
        ["u14"] = "ch1",
        ["u15"] = "cl4",
        ["u16"] = "ch3",
    };

    private static readonly (string Discipline, string[] Words)[] _disciplines =
    [
        ("Finance", ["accountant", "financ", "audit", "control manager"]),
        ("Data and systems", ["data", "gis", "telemetry", "modeller"]),
        ("Science", ["scientist", "laboratory", "sampling", "catchment"]),
        ("Engineering", ["engineer", "technician", "asset", "commissioning", "delivery", "production manager"]),
        ("Safety and compliance", ["safety", "compliance", "permit"]),
        ("Customer", ["customer", "adviser", "complaint"]),
        ("Communication", ["communication", "campaign", "liaison"]),
        ("People and learning", ["learning", "apprentice", "development", "programme office"]),
        ("Supply and logistics", ["buyer", "contract", "purchasing", "fleet", "tanker", "workshop"]),
        ("General management", ["officer", "director", "head of"]),
    ];

    /// <summary>Key of somebody's manager, or null: the chief operating officer has none here.</summary>
    public static string? ManagerOf(DemoPerson person) => person.ManagerId ?? _byKey.GetValueOrDefault(person.Id)
        ?? (_byUnit.GetValueOrDefault(person.UnitId) is { } manager && manager != person.Id ? manager : null);

    /// <summary>What somebody is by trade, told from the job title; operations where nothing else fits.</summary>
    public static string DisciplineOf(DemoPerson person) => _disciplines.FirstOrDefault(one =>
        one.Words.Any(word => person.JobTitle.Contains(word, StringComparison.OrdinalIgnoreCase))).Discipline ?? "Operations";
}
