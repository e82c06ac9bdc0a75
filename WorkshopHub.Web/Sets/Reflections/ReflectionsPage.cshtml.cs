using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Reflections;

/// <summary>What the set wrote at the end of each meeting, for its members and its advisor.</summary>
public sealed class ReflectionsPage(Db db, Writer writer) : SetPage(db, writer)
{
    /// <summary>The set's own, the newest first.</summary>
    public IReadOnlyList<Reflection> All { get; private set; } = [];

    /// <summary>To whom each is shown.</summary>
    public ILookup<string, Share> Shares { get; private set; } = Array.Empty<Share>().ToLookup(share => "");

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The day of something that happened.</summary>
    public string Day(string at) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime));

    /// <summary>Shows them.</summary>
    public Task OnGetAsync() => Db.ReadAsync(reads =>
    {
        (All, Shares, Zone) = (Reflection.OfSet(reads, Set.Id), Share.Standing(reads, Set.Id, "Reflection"), LocalTime.ZoneOf(reads));
        return true;
    });
}
