using System.Globalization;

namespace WorkshopHub.Web.Programmes;

/// <summary>What experience advises against. Nothing here stops anybody; what is refused is refused when it is written.</summary>
public static class Cautions
{
    /// <summary>About one set; each a short sentence.</summary>
    public static IReadOnlyList<string> Of(SetRow set, ProgrammeView view)
    {
        var members = view.In(set);
        List<string> cautions = [];
        if (members.Count is > 0 and < 4)
        {
            cautions.Add($"{People(members.Count)}. Four to six make a set.");
        }
        else if (members.Count > 6)
        {
            cautions.Add($"{members.Count} people. With more than six, airtime gets short.");
        }

        cautions.AddRange(members.Where(member => member.Unit.Length > 0)
            .GroupBy(member => member.Unit, StringComparer.OrdinalIgnoreCase)
            .Where(unit => unit.Count() > 1)
            .Select(unit => $"{Listed([.. unit.Select(member => member.Name)])} are both from {unit.Key}".Replace(
                "are both", unit.Count() > 2 ? "are all" : "are both", StringComparison.Ordinal)));
        cautions.AddRange(view.Around(set).Where(role => role.Role == "Advisor" && role.Unit.Length > 0)
            .Where(role => members.Any(member => member.Unit.Equals(role.Unit, StringComparison.OrdinalIgnoreCase)))
            .Select(role => $"{role.Name} advises people of their own unit, {role.Unit}"));
        if (members.Count > 0 && !view.Around(set).Any(role => role.Role == "Advisor"))
        {
            cautions.Add("No advisor yet");
        }

        cautions.AddRange(view.Around(set).Where(role => role.Role == "Client" && members.Any(m => m.PersonId == role.PersonId))
            .Select(role => $"{role.Name} is client and member of this set"));
        return cautions;
    }

    /// <summary>About the programme as a whole.</summary>
    public static IReadOnlyList<string> Of(ProgrammeView view)
    {
        List<string> cautions = [];
        if (view.Sponsor is null)
        {
            cautions.Add("No sponsor is named yet. Who gives the authority, and hears the outcome?");
        }

        if (view.Sets.Count is > 0 and not (5 or 6))
        {
            cautions.Add(view.Sets.Count < 5
                ? $"{view.Sets.Count} {(view.Sets.Count == 1 ? "set" : "sets")}. Five or six at once learn most from each other; fewer is usual for a first try."
                : $"{view.Sets.Count} sets. More than six make a long final.");
        }

        if (Months(view.Programme) is { } months)
        {
            var (least, most) = view.Programme switch
            {
                { TimeMode: "FullTime" } => (3.0, 4.0),
                { Format: "OwnProblem" } => (4.0, 6.0),
                _ => (5.0, 7.0),
            };
            if (months < least - 0.25 || months > most + 0.25)
            {
                cautions.Add(string.Create(CultureInfo.InvariantCulture, $"{months:0.#} months long. Usual are {least:0} to {most:0}."));
            }
        }

        return cautions;
    }

    /// <summary>A number of people in words.</summary>
    public static string People(int number) => number == 1 ? "1 person" : $"{number} people";

    private static double? Months(ProgrammeRow programme) => programme is { StartDate: { } start, EndDate: { } end }
        ? (DateOnly.ParseExact(end, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber
            - DateOnly.ParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber) / 30.4
        : null;

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
