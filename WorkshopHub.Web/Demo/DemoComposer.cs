using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Web.Demo;

/// <summary>A programme in preparation, after the others: who takes part is known, and the sets are to be composed.</summary>
internal static class DemoComposer
{
    /// <summary>What it is called.</summary>
    public const string Name = "Leading Across the Valley";

    private const int Sets = 5;

    /// <summary>Writes it: managers and members of the second programme are to take part, former advisors and champions to help.</summary>
    public static void Add(Writes writes, DemoContent content, DemoDay day, IReadOnlyDictionary<string, long> people, long by)
    {
        var starts = day.Now.Date.AddDays(7 * 8);
        var programme = ProgrammeCommands.Add(writes, new ProgrammeDetails(
            Name, "CommonProblem", "PartTime", $"{starts:yyyy-MM-dd}", $"{starts.AddDays(7 * 26):yyyy-MM-dd}"), by);
        foreach (var person in content.People)
        {
            if (Role(person.Id) is { } role)
            {
                RoleCommands.Give(writes, programme, people[person.Id], role, null, by);
            }
        }

        DraftCommands.Begin(
            writes, programme, Sets, [.. content.People.Where(person => person.Id[0] is 'v' or 'n').Select(person => people[person.Id])], by);
    }

    private static string? Role(string key) => key switch
    {
        "sp1" => "Sponsor",
        ['c', 'h', ..] => "Champion",
        ['a', ..] => "Advisor",
        _ => null,
    };
}
