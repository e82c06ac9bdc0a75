using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Sheets;

/// <summary>A name badge.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Set">The member's set, or null.</param>
/// <param name="Job">What they do; may be empty.</param>
/// <param name="Unit">The part of the organisation; may be empty.</param>
/// <param name="Token">The personal secret in its QR, one person's alone.</param>
public sealed record Badge(RosterName Who, SheetSet? Set, string Job, string Unit, string Token)
{
    private const int LargestWord = 6;
    private const int LargeWord = 12;
    private const int LongName = 40;

    /// <summary>What stands before the last word of the name; empty where there is one word alone.</summary>
    public string First => Who.Name.LastIndexOf(' ') is > 0 and var at ? Who.Name[..at] : "";

    /// <summary>The last word of the name.</summary>
    public string Last => Who.Name[(Who.Name.LastIndexOf(' ') + 1)..];

    /// <summary>How large the name can be: xl, l, s or xs.</summary>
    public string Size => Who.Name.Length > LongName ? "xs" : Math.Max(First.Length, Last.Length) switch
    {
        <= LargestWord => "xl",
        <= LargeWord => "l",
        _ => "s",
    };

    /// <summary>What stands on top where there is no set.</summary>
    public string Role => Who.Role == Accounts.Role.Advisor ? "Set advisor" : Who.Role.ToString();

    /// <summary>
    /// Makes badges, of everybody who is expected or of one person. Those that were made before open nothing any more.
    /// </summary>
    public static IReadOnlyList<Badge> Make(Writes writes, SheetHead head, IReadOnlyList<SheetSet> sets, long workshop, long? person, long? by)
    {
        var people = Roster.Everybody(writes, head.ProgrammeId, workshop).Where(who => person is null || who.PersonId == person)
            .OrderBy(who => who.Role == Accounts.Role.Member ? sets.Select(set => set.Id).ToList().IndexOf(who.SetId ?? 0) : 100 + (int)who.Role)
            .ThenBy(who => who.Name, StringComparer.Ordinal).ToList();
        if (people.Count > 0)
        {
            Audit.Note(writes, by, workshop, "make-badges", "workshop", workshop);
        }

        return [.. people.Select(who =>
        {
            PersonalLinks.EndBadges(writes, who.PersonId, workshop);
            var about = writes.First<About>(
                "SELECT p.job_title AS Job, ifnull(u.name, '') AS Unit FROM person p LEFT JOIN org_unit u ON u.id = p.org_unit_id WHERE p.id = @PersonId",
                who)!;
            return new Badge(
                who, who.Role == Accounts.Role.Member ? sets.FirstOrDefault(set => set.Id == who.SetId) : null, about.Job, about.Unit,
                PersonalLinks.Make(writes, who.PersonId, "Badge", workshop, by));
        })];
    }

    private sealed record About
    {
        public string Job { get; init; } = "";

        public string Unit { get; init; } = "";
    }
}
