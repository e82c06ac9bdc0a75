using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>What was learned and shown to the whole organisation, for everybody who has signed in.</summary>
public sealed class HouseLearnings(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>All of it, the newest first.</summary>
    public IReadOnlyList<Learned> All { get; private set; } = [];

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The day of something that happened.</summary>
    public string Day(string at) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime));

    /// <summary>Shows it.</summary>
    public Task OnGetAsync() => Db.ReadAsync(reads =>
    {
        (All, Zone) = (Learned.OfOrganisation(reads), LocalTime.ZoneOf(reads));
        return true;
    });
}
