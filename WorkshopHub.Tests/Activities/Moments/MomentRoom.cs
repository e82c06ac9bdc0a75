using System.Globalization;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Activities.Moments;

/// <summary>The world with a moment that shows something, and what the sponsor offers.</summary>
internal static class MomentRoom
{
    public static readonly (string Title, string Happens, string Hard)[] Problems =
    [
        ("Holes we dig twice", "One in five repair excavations is opened again within 30 days: 1,186 of 6,240 in 2025. Each second dig means a second road permit, a second crew and a second letter to the same residents.", "Nobody sees the whole life of a hole: the buyer, the repair crew, the surfacing contractor, the inspector and the complaint handler each see one part and each has figures that clear them."),
        ("Alarms nobody believes", "The night desk gets 900 alarms and acts on eleven.", "Every alarm was somebody’s lesson from an accident."),
        ("Seventy days to a tap", "A new house waits seventy days for water.", "Eleven handovers between six teams."),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<KindRoom> StartAsync(string shows, string more = "")
    {
        var room = await KindRoom.StartAsync("moment", "", settings: $$"""{"Doing":"Talk","Speaker":"Sven Sponsor","SpeakerRole":"your sponsor","PhonesDown":false,"Shows":"{{shows}}"{{more}}}""");
        await room.Site.Writer.RunAsync(w =>
        {
            foreach (var (title, happens, hard) in Problems)
            {
                var id = ProblemCommands.Add(w, room.World.Programme, new ProblemDetails
                {
                    Title = title,
                    Description = happens,
                    WhyItMatters = hard,
                    NoClearExpertise = true,
                    NoClearExpertiseNote = "Each knows a part.",
                    NoKnownAnswer = true,
                    NoKnownAnswerNote = "Three attempts failed.",
                    ClientId = room.World["Clio Client"],
                    Attempts =
                    [
                        new FailedAttempt { Year = 2021, What = "Penalty clause for the surfacing contractor", WhyItFailed = "Cause was disputed in every case; nothing was recovered and both sides stopped sharing photos." },
                        new FailedAttempt { Year = 2023, What = "Compaction checklist", WhyItFailed = "Filled in later, in the van, with the same values each time." },
                        new FailedAttempt { Year = 2024, What = "Photo app", WhyItFailed = "34,000 photos, nobody to look." },
                    ],
                }, null);
                ProblemCommands.Offer(w, room.World.Programme, id, 1, null);
            }

            return true;
        }, Stop);
        return room;
    }

    /// <summary>The sponsor signs.</summary>
    public static Task<bool> SignAsync(KindRoom room, string decide = "Trials of up to 12 weeks in one depot. Whom you talk to.") => room.Site.Writer.RunAsync(
        w => AuthorityCommands.Sign(w, room.World.Programme, null, 0, new AuthorityDetails(
            decide, "Changes to contracts, safety rules or permits. Anything that runs beyond the trial area.", 15000, "GBP", room.World["Sven Sponsor"], "2026-03-02"), null), Stop);

    /// <summary>Later workshops, and the meetings that the sets have dated.</summary>
    public static Task<bool> PlanAsync(KindRoom room, bool meetings = true) => room.Site.Writer.RunAsync(
        w =>
        {
            foreach (var (kind, title, date) in new[] { ("MidTerm", "Mid-term", "2026-06-09"), ("Final", "Final", "2026-09-15") })
            {
                w.Insert("""
                    INSERT INTO workshop (programme_id, kind, title, date, starts, place, created_at, changed_at)
                    VALUES (@Programme, @kind, @title, @date, '09:00', 'Hexley House', @Now, @Now)
                    """, new { room.World.Programme, kind, title, date, w.Now });
            }

            foreach (var (index, set) in room.World.Sets.Index().Where(_ => meetings))
            {
                foreach (var (number, days) in new[] { (1, 14), (2, 28) })
                {
                    w.Execute("INSERT INTO commitment_meeting (activity_id, set_id, number, date, by) VALUES (@Activity, @Id, @number, date('2026-03-10', @later), @by)",
                        new { room.Activity, set.Id, number, later = $"+{days + index} days", by = room.World["Alma Tamm"] });
                }
            }

            return true;
        }, Stop);

    /// <summary>What the first wall shows.</summary>
    public static async Task<string> WallAsync(KindRoom room)
    {
        using var wall = room.Site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{Web.Accounts.Viewers.ScreenCookie}={room.World.Screens[0]}");
        return System.Net.WebUtility.HtmlDecode(await wall.GetStringAsync("/wall", Stop));
    }

    /// <summary>What a phone shows.</summary>
    public static async Task<string> SeenAsync(KindRoom room, PlainPhone phone) =>
        System.Net.WebUtility.HtmlDecode(await phone.Client.GetStringAsync($"/w/{room.World.Workshop.ToString(CultureInfo.InvariantCulture)}", Stop));

    /// <summary>The problem's id by its place.</summary>
    public static Task<long> ProblemAsync(KindRoom room, int place) => room.Site.Db.ReadAsync(
        reads => ProblemRow.Offered(reads, room.World.Programme)[place].Id, Stop);
}
