using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Holidays;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Demo;

/// <summary>The set meetings as the content dates them, the holidays around them, and what people answered to invitations.</summary>
internal sealed class DemoMeetings(Writer writer, DemoClock clock, DemoContent content, DemoDay day, DemoOrganisationSeed people)
{
    private const string Starts = "08:30";

    /// <summary>Plans all meetings before anything begins.</summary>
    public async Task RunAsync()
    {
        var by = people.Person(DemoOrganisationSeed.FacilitatorKey);
        var all = content.Programmes.SelectMany(programme => programme.SetMeetings ?? []).OrderBy(one => one.Date).ToList();
        clock.Now = day.Morning(content.Programmes[0].StartDate.AddDays(-14));
        await writer.RunAsync(writes =>
        {
            foreach (var year in Enumerable.Range(day.Local(day.Now).Year, 2))
            {
                foreach (var holiday in PublicHolidays.Of("england", year)!)
                {
                    HolidayCommands.Add(writes, holiday, by);
                }
            }

            foreach (var set in all.GroupBy(one => one.SetId))
            {
                MeetingPlan.Lay(
                    writes, people.Set(set.Key), DateOnly.MinValue, [.. set.OrderBy(one => one.Number).Select(one => day.Date(one.Date))], Starts,
                    set.First().SiteId is { } site ? content.Site(site) : "", by);
            }

            return true;
        });
    }
}
