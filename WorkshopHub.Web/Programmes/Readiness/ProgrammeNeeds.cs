using System.Globalization;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>What the programme as a whole needs.</summary>
internal static class ProgrammeNeeds
{
    private static readonly (string Kind, string Name)[] _workshops = [("KickOff", "the kick-off"), ("MidTerm", "the mid-term"), ("Final", "the final")];

    /// <summary>All of it.</summary>
    public static IEnumerable<Need> Of(ReadyRows rows)
    {
        yield return Sponsor(rows);
        yield return Dates(rows.Programme);
        if (Months(rows.Programme) is { } months)
        {
            yield return Length(rows.Programme, months);
        }

        var missing = _workshops.Where(one => rows.Workshops.All(workshop => workshop.Kind != one.Kind)).Select(one => one.Name).ToList();
        yield return new Need("workshops", "", Doer.Office, Weight.Hard, missing.Count == 0 ? Disordered(rows)
            : $"{Upper(Checklist.Listed(missing))} {(missing.Count == 1 ? "is" : "are")} not planned yet")
        {
            Where = missing.Count == 0 ? "" : "/workshops/new",
            Verb = missing.Count == 0 ? "Change it" : "Plan it",
        };
        yield return new Need("sets", "", Doer.Office, Weight.Hard, rows.Sets.Count > 0 ? "" : "There is no set yet")
        {
            Detail = "A set is four to six people from different parts of the organisation.",
            Where = "#sets",
            Verb = "Add one",
        };
        if (rows.Sets.Count > 0)
        {
            yield return Number(rows.Sets.Count);
        }

        if (rows.IsCommon)
        {
            foreach (var need in Problems(rows))
            {
                yield return need;
            }
        }
    }

    /// <summary>That one of the three is not after the one before it; empty where they are in order.</summary>
    private static string Disordered(ReadyRows rows)
    {
        var days = _workshops.Select(one => (one.Name, Dates: rows.Workshops.Where(workshop => workshop.Kind == one.Kind).Select(workshop => workshop.Date).Order(StringComparer.Ordinal).ToList())).ToList();
        return days.Zip(days.Skip(1)).Where(two => string.CompareOrdinal(two.First.Dates[^1], two.Second.Dates[0]) >= 0)
            .Select(two => $"{Upper(two.Second.Name)} is not after {two.First.Name}").FirstOrDefault() ?? "";
    }

    private static Need Number(int sets) => new("number", sets.ToString(CultureInfo.InvariantCulture), Doer.Office, Weight.Warn, sets switch
    {
        5 or 6 => "",
        1 => "One set",
        < 5 => $"{Checklist.Number(sets)} sets",
        _ => $"{Checklist.Number(sets)} sets make a long final",
    })
    {
        Detail = sets < 5 ? "Five or six at once learn most from each other; fewer is usual for a first try." : "Usual are five or six at once.",
    };

    private static Need Sponsor(ReadyRows rows) => new(
        "sponsor", "", Doer.Office, rows.IsCommon ? Weight.Hard : Weight.Warn, SponsorOf(rows).Count > 0 ? "" : "No sponsor is named yet")
    {
        Detail = "Who gives the authority, and hears the outcome?",
        Where = "#add",
        Verb = "Name one",
    };

    private static Need Dates(ProgrammeRow programme) => new(
        "dates", "", Doer.Office, Weight.Warn, programme is { StartDate: not null, EndDate: not null } ? "" : "First and last day aren’t known yet")
    {
        Where = "/edit",
        Verb = "Say when",
    };

    /// <summary>Four to six months with own problems; about six where sets work part of their time on one problem, three to four where all of it.</summary>
    private static Need Length(ProgrammeRow programme, double months)
    {
        var (least, most) = programme switch
        {
            { Format: "OwnProblem" } => (4.0, 6.0),
            { TimeMode: "FullTime" } => (3.0, 4.0),
            _ => (5.0, 7.0),
        };
        return new Need(
            "length", $"{programme.StartDate}.{programme.EndDate}", Doer.Office, Weight.Warn,
            months < least - 0.25 || months > most + 0.25
                ? string.Create(CultureInfo.InvariantCulture, $"{months:0.#} {(months is > 0.95 and < 1.05 ? "month" : "months")} long") : "")
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"Usual are {least:0} to {most:0}."),
            Where = "/edit",
            Verb = "Change it",
        };
    }

    private static IEnumerable<Need> Problems(ReadyRows rows)
    {
        var mine = rows.Problems.Where(one => one is { OwnerId: null, State: not "Stopped" }).ToList();
        var (sets, offered) = (rows.Sets.Count, mine.Count(one => one.State != "Proposed"));
        var people = SponsorOf(rows);
        var places = mine.Where(one => one.State != "Proposed").Sum(one => one.ForTwo ? 2 : 1);
        var few = places < Math.Max(sets, 1);
        yield return new Need(
            "problems", few ? "" : $"{sets}.{offered}", Doer.Sponsor, few ? Weight.Hard : Weight.Warn,
            few && sets == 0 ? "No problems are offered yet" : few ? $"{Checklist.Number(offered)} {(offered == 1 ? "problem is" : "problems are")} offered for {sets} {(sets == 1 ? "set" : "sets")}"
                : places == sets ? $"{Checklist.Number(offered)} problems for {sets} sets leave no choice" : "")
        {
            Detail = few ? "Each set takes one of them, with a client who needs it solved." : "One more, and the last set chooses too.",
            People = people,
            Ask = "problems for the sets to choose from, each with a client",
            Where = "/problems",
            Verb = "See the problems",
        };
        var lacking = mine.Where(one => one.State == "Proposed").ToList();
        yield return new Need(
            "unoffered", "", Doer.Sponsor, Weight.Show,
            lacking.Count == 0 ? "" : mine.Count == 1 ? "The one problem isn’t offered yet" : $"{Checklist.Number(lacking.Count)} of {mine.Count} problems {(lacking.Count == 1 ? "isn’t" : "aren’t")} offered yet")
        {
            Detail = lacking.Count(one => one.Lacks.Count > 0) is > 0 and var n
                ? $"{Checklist.Number(n)} {(n == 1 ? "lacks" : "lack")} something that a problem needs." : "",
            People = people,
            Ask = "what is still missing in the problems that aren’t offered yet",
            Where = "/problems",
            Verb = "See them",
        };
        yield return new Need("authority", "", Doer.Sponsor, Weight.Hard, rows.HasAuthority ? "" : "What the sets may decide isn’t signed")
        {
            Detail = "What they may decide alone, must ask about and may spend. The kick-off shows it.",
            People = people,
            Ask = "your signature under what the sets may decide, must ask about and may spend",
            Where = "/authority",
            Verb = "Write it",
        };
    }

    private static List<NeedPerson> SponsorOf(ReadyRows rows) =>
        [.. rows.Roles.Where(role => role.Role == "Sponsor").Select(role => new NeedPerson(role.PersonId, role.Name, role.Email))];

    private static double? Months(ProgrammeRow programme) => programme is { StartDate: { } start, EndDate: { } end }
        ? (DateOnly.ParseExact(end, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber
            - DateOnly.ParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber) / 30.4
        : null;

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
