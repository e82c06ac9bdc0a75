using System.Net;

namespace WorkshopHub.Tests.Sets;

public sealed class ScheduleTests : IAsyncLifetime
{
    private DatedWorld _dated = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dated = await DatedWorld.OpenAsync();

    public ValueTask DisposeAsync() => _dated.DisposeAsync();

    [Fact]
    public async Task A_look_writes_nothing_and_what_is_kept_is_what_was_looked_at()
    {
        const string Unknown = "No holiday between these days is known here";
        Assert.Contains(Unknown, await _dated.Mari.GetStringAsync(_dated.Schedule, Stop), StringComparison.Ordinal);
        await HolidayAsync("2030-04-02", "Founder’s day");
        using var look = await _dated.Mari.PostAsync(_dated.Schedule, "?handler=Look", await _dated.FormAsync());
        var html = await look.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.OK, look.StatusCode);
        Assert.Contains("2 April is Founder’s day", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown, html, StringComparison.Ordinal);
        Assert.Contains("Keep these 102 meetings", html, StringComparison.Ordinal);
        using var full = await _dated.Mari.PostAsync(
            _dated.Schedule, "?handler=Keep", [.. (await _dated.FormAsync()).Select(field => field.Item1 == "Form.Rows[2].Place" ? (field.Item1, new string('a', 123)) : field)]);
        await full.RefusesAsync("123 characters. Keep it to 120.", "3 too many");
        Assert.Equal("", await _dated.AllAsync());
        await _dated.LayAsync();
        var circle = await _dated.MeetingsAsync(0);
        Assert.Equal(17, circle.Count);
        Assert.Equal(["2030-03-19", "2030-04-03", "2030-04-16"], circle.Take(3).Select(one => one.Date));
        Assert.Equal("2030-06-11", circle[6].Date);
        Assert.All(circle, one => Assert.Equal(("Planned", "Hexley House", "08:30"), (one.State, one.Place, one.Starts)));
        var timeline = await _dated.Mari.GetStringAsync(_dated.Timeline, Stop);
        Assert.Contains("0 of 102 set meetings held", timeline, StringComparison.Ordinal);
        Assert.Contains("Kick-off on 5 March, Mid-term on 4 June, Final on 12 November.", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_one_meeting_moves_nothing_else()
    {
        await _dated.LayAsync();
        var meeting = (await _dated.MeetingsAsync(2))[4];
        var others = await _dated.AllAsync(except: meeting.Id);
        using var moved = await _dated.MoveAsync(_dated.Mari, 2, 5, "2030-05-17");
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(others, await _dated.AllAsync(except: meeting.Id));
        Assert.Equal(("2030-05-17", "2030-05-14"), (await _dated.MeetingsAsync(2))[4] is var now ? (now.Date, now.FirstDate) : default);
        var timeline = await _dated.Mari.GetStringAsync(_dated.Timeline, Stop);
        Assert.Contains("Square has moved meeting 5 from 14 May to 17 May.", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_advisor_who_is_with_another_set_on_that_day_is_named()
    {
        await _dated.LayAsync("2030-03-19", 0);
        await _dated.LayAsync("2030-03-20", 1);
        Assert.DoesNotContain("Aada Advisor is with", await _dated.Mari.GetStringAsync(_dated.Schedule, Stop), StringComparison.Ordinal);
        var meeting = (await _dated.MeetingsAsync(1))[2];
        using var moved = await _dated.MoveAsync(_dated.Mari, 1, 3, "2030-04-16");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, moved.StatusCode);
        Assert.Contains("Aada Advisor is with Circle on this day", await moved.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var kept = await _dated.MoveAsync(_dated.Mari, 1, 3, "2030-04-16", "Aada comes to us in the afternoon");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.NotEqual(meeting.Date, (await _dated.MeetingsAsync(1))[2].Date);
    }

    [Theory]
    [InlineData("2030-05-27", "27 days after meeting 4", "2030-05-27 is kept")]
    [InlineData("2030-05-06", "Meeting 6 would be 22 days later", "")]
    [InlineData("2030-05-18", "It is a Saturday", "")]
    [InlineData("2030-06-04", "On this day all sets meet: Mid-term", "")]
    public async Task What_speaks_against_a_day_needs_a_reason_and_with_it_is_kept(string day, string says, string why)
    {
        await _dated.LayAsync("2030-03-19", 0);
        if (day is "2030-06-04" or "2030-05-27" or "2030-05-06")
        {
            // Room for it: the meeting behind is moved away first.
            using var away = await _dated.MoveAsync(_dated.Mari, 0, 6, day == "2030-05-06" ? "2030-05-28" : "2030-06-06", "Room taken");
            Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        }

        using var refused = await _dated.MoveAsync(_dated.Mari, 0, 5, day);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{day}\"", html, StringComparison.Ordinal);
        using var kept = await _dated.MoveAsync(_dated.Mari, 0, 5, day, why.Length > 0 ? why : "The crew is on call");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(day, (await _dated.MeetingsAsync(0))[4].Date);
        Assert.True(await _dated.Site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM audit WHERE act = 'override-meeting-date'"), Stop) > 0);
    }

    [Theory]
    [InlineData("2030-04-30", "Meeting 4 is on 30 April")]
    [InlineData("2030-05-28", "Meeting 6 is on 28 May")]
    [InlineData("soon", "This is no date")]
    [InlineData("", "On which day?")]
    public async Task A_day_that_is_none_or_not_between_its_neighbours_is_refused_beside_the_field(string day, string says)
    {
        await _dated.LayAsync("2030-03-19", 0);
        var before = await _dated.AllAsync();
        using var refused = await _dated.MoveAsync(_dated.Mari, 0, 5, day, "All the same");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(says, await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(before, await _dated.AllAsync());
    }

    [Fact]
    public async Task The_second_of_two_who_move_a_meeting_sees_both_days_and_loses_nothing()
    {
        await _dated.LayAsync("2030-03-19", 0);
        using var alma = await _dated.AsAsync("Alma Tamm");
        using var first = await _dated.MoveAsync(alma, 0, 5, "2030-05-15");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await _dated.MoveAsync(_dated.Mari, 0, 5, "2030-05-16", version: 1);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var html = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Alma Tamm changed this", html, StringComparison.Ordinal);
        Assert.Contains("2030-05-15", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2030-05-16\"", html, StringComparison.Ordinal);
        using var mine = await _dated.MoveAsync(_dated.Mari, 0, 5, "2030-05-16", version: 2);
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
    }

    [Fact]
    public async Task Who_lays_out_meetings_that_somebody_has_moved_meanwhile_is_told()
    {
        await _dated.LayAsync("2030-03-19", 0, 1);
        var form = await _dated.FormAsync("2030-03-20", 0, 1);
        using var moved = await _dated.MoveAsync(_dated.Mari, 1, 3, "2030-04-17");
        var before = await _dated.AllAsync();
        using var late = await _dated.Mari.PostAsync(_dated.Schedule, "?handler=Keep", form);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("You changed this in another window", html, StringComparison.Ordinal);
        Assert.Contains("19 March, 2 April, 17 April", html, StringComparison.Ordinal);
        Assert.Equal(before, await _dated.AllAsync());
    }

    [Fact]
    public async Task Laying_out_anew_leaves_what_was_held_and_keeps_the_rows_of_what_is_to_come()
    {
        await _dated.LayAsync("2030-03-19", 0);
        var old = await _dated.MeetingsAsync(0);
        await _dated.Site.Writer.RunAsync(writes => writes.Execute("UPDATE set_meeting SET state = 'Held' WHERE number <= 2"));
        await _dated.LayAsync("2030-04-18", 0);
        var now = await _dated.MeetingsAsync(0);
        Assert.Equal(["2030-03-19", "2030-04-02", "2030-04-18", "2030-05-02"], now.Take(4).Select(one => one.Date));
        Assert.Equal(old.Take(now.Count).Select(one => one.Id), now.Select(one => one.Id));
        Assert.Equal(Enumerable.Range(1, now.Count).Select(n => (long)n), now.Select(one => one.Number));
    }

    [Fact]
    public async Task Members_and_the_advisor_move_their_own_sets_meetings_and_no_others_and_everybody_reads_the_line()
    {
        await _dated.LayAsync();
        using var alma = await _dated.AsAsync("Alma Tamm");
        using var aada = await _dated.AsAsync("Aada Advisor");
        using var uma = await _dated.AsAsync("Uma Supervisor");
        using var otto = await _dated.AsAsync("Otto Outsider");
        Assert.Equal(HttpStatusCode.OK, (await alma.GetAsync(_dated.Dates(0), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await alma.GetAsync(_dated.Dates(1), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await aada.GetAsync(_dated.Dates(1), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await aada.GetAsync(_dated.Dates(5), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await uma.GetAsync(_dated.Dates(0), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await alma.GetAsync(_dated.Schedule, Stop)).StatusCode);
        foreach (var client in new[] { alma, aada, uma })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(_dated.Timeline, Stop)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await otto.GetAsync(_dated.Timeline, Stop)).StatusCode);
        var line = await alma.GetStringAsync(_dated.Timeline, Stop);
        Assert.Equal(17, Count(line, "data-action=\"/sets/"));
        Assert.Contains("Tuesday 19 March, 8:30", line, StringComparison.Ordinal);
        Assert.Equal(0, Count(await uma.GetStringAsync(_dated.Timeline, Stop), "data-action=\"/sets/"));
        Assert.Equal(102, Count(await _dated.Mari.GetStringAsync(_dated.Timeline, Stop), "data-action=\"/sets/"));
    }

    [Fact]
    public async Task A_meeting_is_cancelled_and_planned_again_and_one_more_comes_behind_the_last()
    {
        await _dated.LayAsync("2030-03-19", 0);
        var third = (await _dated.MeetingsAsync(0))[2];
        using var off = await _dated.Mari.PostAsync(_dated.Dates(0), $"?handler=Cancel&meeting={third.Id}&version=1&cancel=true");
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Contains("28 days after meeting 2, more than three weeks", await _dated.Mari.GetStringAsync(_dated.Dates(0), Stop), StringComparison.Ordinal);
        using var late = await _dated.Mari.PostAsync(_dated.Dates(0), $"?handler=Cancel&meeting={third.Id}&version=1&cancel=true");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var on = await _dated.Mari.PostAsync(_dated.Dates(0), $"?handler=Cancel&meeting={third.Id}&version=2&cancel=false");
        Assert.Equal("Planned", (await _dated.MeetingsAsync(0))[2].State);
        using var wrong = await _dated.Mari.PostAsync(_dated.Dates(0), "?handler=Add", ("Form.Date", "2030-03-20"), ("Form.Starts", "9:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var more = await _dated.Mari.PostAsync(_dated.Dates(0), "?handler=Add", ("Form.Date", "2030-11-07"), ("Form.Starts", "9:00"));
        Assert.Equal(HttpStatusCode.Redirect, more.StatusCode);
        Assert.Equal((18, "09:00"), ((await _dated.MeetingsAsync(0)).Count, (await _dated.MeetingsAsync(0))[^1].Starts));
    }

    [Fact]
    public async Task Bad_first_days_are_refused_beside_their_field_and_stay_typed()
    {
        using var refused = await _dated.Mari.PostAsync(_dated.Schedule, "?handler=Look", await _dated.FormAsync("2030-12-24", 0));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Between the kick-off, 5 March, and the final, 12 November.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"2030-12-24\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_dates_ask_as_many_statements_for_three_times_as_many_meetings()
    {
        await _dated.LayAsync("2030-10-15", 0, 1);
        var few = await StatementsAsync();
        await _dated.LayAsync("2030-03-19");
        Assert.Equal(few, await StatementsAsync());

        async Task<string> StatementsAsync()
        {
            List<int> counts = [];
            foreach (var page in new[] { _dated.Timeline, _dated.Schedule, _dated.Dates(0), "/calendar", $"/programmes/{_dated.World.Programme}" })
            {
                counts.Add(await _dated.CountAsync(() => _dated.Mari.GetStringAsync(page, Stop)));
            }

            Assert.All(counts, count => Assert.True(count > 2));
            return string.Join(' ', counts);
        }
    }

    private Task<HttpResponseMessage> HolidayAsync(string date, string name) => _dated.Mari.PostAsync("/holidays", "", ("Date", date), ("Name", name));

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
