using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.During;

/// <summary>Everybody walks what there is of a programme that ends, before its report is published and after: each reads what is theirs to read.</summary>
public sealed class AccessWalkTests : IAsyncLifetime
{
    private const string Secret = "zqplover";

    private static readonly string[] _everybody =
    [
        "Sven Sponsor", "Mari Kask", "Alma Tamm", "Cecil Hart", "Aada Advisor", "Arno Advisor", "Clio Client", "Chen Champion", "Uma Supervisor", "Viktor Supervisor", "Otto Outsider",
    ];

    private FinalWorld _there = null!;

    public async ValueTask InitializeAsync()
    {
        _there = await FinalWorld.OpenAsync();
        await HideAsync();
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    private string Report => $"/programmes/{_there.Programme}/report";

    [Fact]
    public async Task Before_it_is_published_only_sponsor_and_facilitators_read_the_report_and_afterwards_everybody_who_has_a_part()
    {
        await MayAsync(Report, "Sven Sponsor", "Mari Kask");
        await MayAsync($"{Report}/1");
        await MayAsync($"{Report}/edit", "Mari Kask");
        await MayAsync(_there.During, "Sven Sponsor", "Mari Kask");
        foreach (var form in ReportForm.All)
        {
            await MayAsync(form.Of(_there.Programme, 1));
        }

        using var guest = await PlainPhone.JoinAsync(_there.World, _there.Site, "Bo Lind");
        guest.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        await AskedToSignInAsync(guest.Client);
        await _there.Site.Writer.RunAsync(writes => ReportVersion.Publish(
            writes, LiveReport.Read(writes, _there.Site.Services.GetRequiredService<ActivityKinds>(), _there.Programme, DateTimeOffset.UtcNow)!, "", null));
        await MayAsync($"{Report}/1", [.. _everybody.Where(name => name != "Otto Outsider")]);
        await MayAsync(_there.During, "Sven Sponsor", "Mari Kask");
        await MayAsync($"/programmes/{_there.Programme}/mine", [.. _everybody.Where(name => name != "Otto Outsider")]);
        await MayAsync($"{Report}/edit", "Mari Kask");
        foreach (var form in ReportForm.All)
        {
            await MayAsync(form.Of(_there.Programme, 1), [.. _everybody.Where(name => name != "Otto Outsider")]);
        }

        await AskedToSignInAsync(guest.Client);
    }

    [Fact]
    public async Task What_stays_with_a_set_or_a_person_is_on_no_page_of_those_around_it_before_and_after()
    {
        string[] pages = ["/", _there.During, Report, $"{Report}/1", $"{Report}/1.json", $"{Report}/1.csv", $"{Report}/1.xlsx", $"{Report}/1.pptx", $"/programmes/{_there.Programme}/mine", "/as/client", "/as/champion", "/as/supervisor"];
        for (var published = 0; published < 2; published++)
        {
            foreach (var name in _everybody.Where(name => name is not ("Alma Tamm" or "Aada Advisor")))
            {
                var client = await _there.There.AsAsync(name);
                foreach (var page in pages)
                {
                    using var answer = await client.GetAsync(page, TestContext.Current.CancellationToken);
                    Assert.Equal((name, page, MayRead(name, page, published > 0)), (name, page, answer.StatusCode == HttpStatusCode.OK));
                    Assert.False((await WordsAsync(answer)).Contains(Secret, StringComparison.Ordinal), $"{name} reads a secret on {page}");
                }
            }

            await _there.Site.Writer.RunAsync(writes => ReportVersion.Publish(
                writes, LiveReport.Read(writes, _there.Site.Services.GetRequiredService<ActivityKinds>(), _there.Programme, DateTimeOffset.UtcNow)!, "", null));
        }
    }

    /// <summary>All that is told: of a workbook or of slides what stands in each of its parts.</summary>
    private static async Task<string> WordsAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        await using var parts = new ZipArchive(new MemoryStream(bytes));
        var words = new StringBuilder();
        foreach (var part in parts.Entries)
        {
            using var read = new StreamReader(await part.OpenAsync(TestContext.Current.CancellationToken));
            words.Append(await read.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains("Circle", words.ToString(), StringComparison.Ordinal); // it does read them
        return words.ToString();
    }

    [Theory]
    [InlineData(false, "Sven Sponsor,Mari Kask,Alma Tamm,Cecil Hart,Aada Advisor,Clio Client,Chen Champion,Uma Supervisor")]
    [InlineData(true, "Sven Sponsor,Mari Kask,Alma Tamm,Cecil Hart,Aada Advisor,Chen Champion,Uma Supervisor")]
    public async Task Each_figure_leads_whoever_sees_its_link_to_a_page_that_they_may_read(bool ownProblem, string measured)
    {
        if (ownProblem)
        {
            await _there.DisposeAsync();
            _there = await FinalWorld.OpenAsync(ownProblem);
        }

        await _there.Site.SetAsync(
            "INSERT INTO door_request (id, set_id, asked_by, asked_of, title, asked_at) VALUES (@id, @set, @alma, @chen, 'Who owns the list', '2026-03-11T09:00:00.000Z')",
            new { id = Tokens.New(), set = _there.There.Set, alma = _there.World["Alma Tamm"], chen = _there.World["Chen Champion"] });
        await _there.Site.Writer.RunAsync(writes => ReportVersion.Publish(
            writes, LiveReport.Read(writes, _there.Site.Services.GetRequiredService<ActivityKinds>(), _there.Programme, DateTimeOffset.UtcNow)!, "", null));
        var followed = new Dictionary<string, int>();
        foreach (var name in _everybody.Where(name => name != "Otto Outsider"))
        {
            var page = await _there.PageAsync(name, $"{Report}/1");
            List<string> links = [.. Regex.Matches(page, "<tr id=\"figure-[^\"]+\">\\s*<th[^>]*>(?:(?!</th>).)*?<a href=\"([^\"]+)\"", RegexOptions.Singleline).Select(match => match.Groups[1].Value).Distinct()];
            followed[name] = links.Count;
            Assert.All(links.Where(link => link[0] == '#'), link => Assert.Contains($"id=\"{link[1..]}\"", page, StringComparison.Ordinal));
            Assert.Equal((name, measured.Split(',').Contains(name)), (name, links.Contains($"/measures/{_there.Measure}")));
            Assert.Equal((name, measured.Split(',').Contains(name)), (name, await _there.StatusAsync(name, $"/measures/{_there.Measure}") == HttpStatusCode.OK));
            foreach (var link in links.Where(link => link[0] != '#')) // what begins so stands on the same page
            {
                using var answer = await (await _there.There.AsAsync(name)).GetAsync(link, TestContext.Current.CancellationToken);
                var led = answer.StatusCode == HttpStatusCode.Redirect ? await _there.StatusAsync(name, answer.Headers.Location!.OriginalString) : answer.StatusCode; // the sponsor's doors stand on the own page
                Assert.Equal((name, link, HttpStatusCode.OK), (name, link, led));
            }
        }

        Assert.All(followed, one => Assert.True(one.Value > 0, $"{one.Key} is led nowhere"));
        Assert.True(followed["Sven Sponsor"] > followed["Cecil Hart"], string.Join(", ", followed)); // doors are not every set's to read
    }

    private bool MayRead(string name, string page, bool published) => page switch
    {
        "/" => true,
        "/as/client" => name == "Clio Client",
        "/as/champion" => name == "Chen Champion",
        "/as/supervisor" => name is "Uma Supervisor" or "Viktor Supervisor",
        _ when page == _there.During || page == Report => name is "Sven Sponsor" or "Mari Kask",
        _ when page.StartsWith(Report, StringComparison.Ordinal) => published && name != "Otto Outsider",
        _ => name != "Otto Outsider",
    };

    [Fact]
    public async Task Whoever_has_a_part_reads_all_help_that_met_and_not_what_was_hidden()
    {
        await _there.Site.Writer.RunAsync(writes =>
        {
            foreach (var (activity, state, need) in new[] { (_there.World.Activities[0], "Shown", "Who knows the permits"), (writes.First<long>("SELECT max(id) FROM activity"), "Shown", "Who lends a crew"), (_there.World.Activities[0], "Hidden", "Somebody by name") })
            {
                var by = new { id = Tokens.New(), activity, state, need, alma = _there.World["Alma Tamm"], bo = _there.World["Bo Lind"], writes.Now };
                writes.Execute("INSERT INTO offer (id, activity_id, person_id, kind, text, state, posted_at) VALUES (@id, @activity, @alma, 'Request', @need, @state, @Now)", by);
                writes.Execute("INSERT INTO offer_match (id, activity_id, request_id, helper_id, asker_id, state, came_of_it, made_at, changed_at) VALUES (@id, @activity, @id, @bo, @alma, 'Happened', 'It came', @Now, @Now)", by);
            }

            return true;
        });
        var page = $"/programmes/{_there.Programme}/help";
        await MayAsync(page, [.. _everybody.Where(name => name != "Otto Outsider")]);
        var read = await _there.PageAsync("Cecil Hart", page);
        Assert.Contains("2 offers and requests", read, StringComparison.Ordinal);
        Assert.Contains("Who knows the permits", read, StringComparison.Ordinal);
        Assert.Contains("Who lends a crew", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody by name", read, StringComparison.Ordinal);
        Assert.Contains($"/workshops/{_there.Final}/summary", read, StringComparison.Ordinal);
    }

    /// <summary>A phone in the room has a name and no person: it reads nothing of the report, in no form, and is asked to sign in.</summary>
    private async Task AskedToSignInAsync(HttpClient phone)
    {
        string[] pages = [Report, $"{Report}/1", $"{Report}/edit", _there.During, .. ReportForm.All.Select(form => form.Of(_there.Programme, 1))];
        foreach (var page in pages)
        {
            using var answer = await phone.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.Equal((page, HttpStatusCode.Redirect), (page, answer.StatusCode));
            Assert.Contains("/signin", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    private async Task MayAsync(string page, params string[] who)
    {
        var may = new List<string>();
        foreach (var name in _everybody)
        {
            if (await _there.StatusAsync(name, page) == HttpStatusCode.OK)
            {
                may.Add(name);
            }
        }

        Assert.Equal((page, string.Join(", ", who.Order(StringComparer.Ordinal))), (page, string.Join(", ", may.Order(StringComparer.Ordinal))));
    }

    /// <summary>Words in every place that stays with a set or a person.</summary>
    private Task<bool> HideAsync() => _there.Site.Writer.RunAsync(writes =>
    {
        var (alma, uma) = (_there.World["Alma Tamm"], _there.World["Uma Supervisor"]);
        var by = new
        {
            _there.There.Set,
            alma,
            uma,
            bo = _there.World["Bo Lind"],
            cecil = _there.World["Cecil Hart"],
            Secret,
            meeting = _there.There.Meetings[0],
            activity = _there.World.Activities[0],
            _there.Programme,
            membership = writes.First<long>("SELECT id FROM membership WHERE person_id = @alma", new { alma }),
            _there.Outcome,
            one = Tokens.New(),
            two = Tokens.New(),
            three = Tokens.New(),
            four = Tokens.New(),
            writes.Now,
        };
        string[] hidden =
        [
            "INSERT INTO study_note (set_id, token, looked_at, created_at, created_by, changed_at, changed_by) VALUES (@Set, @one, @Secret, @Now, @alma, @Now, @alma)",
            "INSERT INTO decision (set_id, token, text, ground, on_date, created_at, created_by, changed_at, changed_by) VALUES (@Set, @two, @Secret, 'NeedsSponsor', '2026-03-24', @Now, @alma, @Now, @alma)",
            "INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at) VALUES (@three, @Set, 1, @alma, @Secret, '2026-03-12', '2026-03-20', @Now, @Now)",
            "INSERT INTO reflection (id, set_id, text, created_at, changed_at) VALUES (@one, @Set, @Secret, @Now, @Now)",
            "INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, issue, changed_at) VALUES (@meeting, @alma, 1, 60, @Secret, @Now)",
            "INSERT INTO sheet (id, set_id, kind, light, text, written_by, written_at) VALUES (@two, @Set, 'Progress', 'Slow', @Secret, @alma, @Now)",
            "INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) VALUES (@membership, @Secret, @Now, @Now)",
            "INSERT INTO self_rating (membership_id, moment, value, note, at) VALUES (@membership, 'Final', 4, @Secret, @Now)",
            "INSERT INTO peer_feedback (membership_id, peer_id, question, text, state, asked_at, answered_at) VALUES (@membership, @bo, @Secret, @Secret, 'Answered', @Now, @Now)",
            "INSERT INTO commitment (activity_id, person_id, role, text, share, at) VALUES (@activity, @alma, 'Member', @Secret, 'Nobody', @Now)",
            "UPDATE outcome_slide SET note = @Secret WHERE outcome_id = @Outcome",
            "INSERT INTO preference_rank (activity_id, person_id, rank, problem_id, why) SELECT @activity, @alma, 1, id, @Secret FROM problem LIMIT 1",
        ];
        foreach (var sql in hidden)
        {
            writes.Execute(sql, by);
        }

        return true;
    });
}
