using System.Globalization;
using System.Net;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.ReportOuts;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Activities.ReportOuts;

/// <summary>The world with a report-out as its first activity, and a problem of Clio's that Circle works on.</summary>
internal static class ReportRoom
{
    /// <summary>Makes the first activity a report-out and opens it.</summary>
    public static async Task OpenAsync(World world, Site site, ReportOutSettings? settings = null)
    {
        var json = (settings ?? new ReportOutSettings()).ToJson();
        await site.Writer.RunAsync(w =>
        {
            var problem = w.First<long?>("SELECT id FROM problem LIMIT 1") ?? ProblemCommands.Add(w, world.Programme, new ProblemDetails
            {
                Title = "Holes we dig twice",
                Description = "One in five.",
                WhyItMatters = "It costs.",
                NoClearExpertise = true,
                NoClearExpertiseNote = "Nobody",
                NoKnownAnswer = true,
                NoKnownAnswerNote = "Nobody",
                ClientId = world["Clio Client"],
            }, null);
            w.Execute("UPDATE sets SET problem_id = @problem WHERE id = @Id", new { problem, world.Sets[0].Id });
            return w.Execute(
                "UPDATE activity SET kind = 'reportout', title = 'Six sets report', prompt = '', settings = @json WHERE id = @id",
                new { json, id = world.Activities[0] });
        });
        await PlainPhone.OpenAsync(world, site);
    }

    /// <summary>The state as it is now.</summary>
    public static Task<ReportRun> RunAsync(World world, Site site) =>
        site.Db.ReadAsync(reads => ReportRun.Read(reads, Activity.Find(reads, world.Activities[0])!));

    /// <summary>Lets everybody who has joined in for sure, or only one.</summary>
    public static Task VouchAsync(World world, Site site, string name) => site.Writer.RunAsync(w => w.Execute(
        "UPDATE device SET assurance = 'Vouched' WHERE participant_id IN (SELECT id FROM participant WHERE person_id = @person)",
        new { person = world[name] }));

    /// <summary>A phone that is known to be its person's.</summary>
    public static async Task<PlainPhone> KnownAsync(World world, Site site, string name)
    {
        var phone = await PlainPhone.JoinAsync(world, site, name);
        await VouchAsync(world, site, name);
        return phone;
    }

    /// <summary>Circle's whole report with one figure.</summary>
    public static Task WriteAsync(World world, Site site, int set = 0, long? person = null, string mark = "") => site.Writer.RunAsync(w =>
    {
        var outcome = OutcomeCommands.Ensure(w, world.Workshop, world.Sets[set].Id, person);
        OutcomeCommands.Write(w, outcome, 1,
            [
                new SlideText { Slide = Slide.Problem, Text = $"One in five was opened again.{mark}", Note = "A note of ours" },
                new SlideText { Slide = Slide.Tried, Text = "A covered bay\nTwo more clamps" },
                new SlideText { Slide = Slide.Happened, Text = "45 of 412, where it was 76 of 398." },
                new SlideText { Slide = Slide.Learned, Text = "There was no culprit." },
                new SlideText { Slide = Slide.Next, Text = "Bays at Cottering and Penrow." },
            ],
            new Ask("The bays", "2026-10-31", "Procurement"), null);
        MeasureCommands.Save(w, new Measure
        {
            SetId = world.Sets[set].Id,
            PersonId = person,
            Name = "Repair digs opened again",
            Unit = "%",
            Baseline = 19.1,
            Target = 15,
            Result = 10.9,
        }, null);
        return 0;
    });

    /// <summary>A press of the facilitator.</summary>
    public static async Task<HttpResponseMessage> PressAsync(World world, Site site, HttpClient desk, string verb, string what = "0", string? mark = null)
    {
        mark ??= (await RunAsync(world, site)).Mark;
        return await desk.PostFormAsync(
            $"/w/{world.Workshop}/control", $"/w/{world.Workshop}/control/report", ("press", $"{verb}/{world.Activities[0]}/{what}/{mark}"));
    }

    /// <summary>Circle (or another) begins.</summary>
    public static async Task BeginAsync(World world, Site site, HttpClient desk, string? key = null) => Assert.Equal(
        HttpStatusCode.Redirect, (await PressAsync(world, site, desk, "begin", key ?? $"{world.Sets[0].Id}-0")).StatusCode);

    /// <summary>Next or back on a phone.</summary>
    public static async Task<HttpResponseMessage> StepAsync(World world, Site site, PlainPhone phone, int from, int to, long? outcome = null)
    {
        var now = outcome ?? (await RunAsync(world, site)).Now!.OutcomeId;
        return await phone.Client.PostFormAsync(
            $"/w/{world.Workshop}", string.Create(CultureInfo.InvariantCulture, $"/w/{world.Workshop}/report/{world.Activities[0]}/slide?outcome={now}&from={from}&to={to}"));
    }

    /// <summary>As a phone sends it.</summary>
    public static Task<HttpResponseMessage> NoteAsync(PlainPhone phone, long outcome, string text, string kind = "Use", string? id = null) =>
        phone.PostAsync("", id, more: [("note", $"{outcome}"), ($"kind.{outcome}", kind), ($"text.{outcome}", text)]);

    /// <summary>As a phone sends it.</summary>
    public static Task<HttpResponseMessage> DecideAsync(PlainPhone phone, long outcome, string decision, string words = "", string due = "") =>
        phone.PostAsync("", more: [("decide", $"{outcome}"), ($"decision.{outcome}", decision), ($"words.{outcome}", words), ($"due.{outcome}", due)]);

    /// <summary>As a phone sends it.</summary>
    public static Task<HttpResponseMessage> ConfirmAsync(PlainPhone phone, long measure, string says, string why = "", string value = "") =>
        phone.PostAsync("", more: [("confirm", $"{measure}/{says}"), ($"why.{measure}", why), ($"value.{measure}", value)]);
}
