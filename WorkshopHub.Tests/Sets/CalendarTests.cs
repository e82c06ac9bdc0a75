using System.Net;
using System.Text.RegularExpressions;
using Ical.Net.CalendarComponents;
using WorkshopHub.Web.Data;
using IcsCalendar = Ical.Net.Calendar;

namespace WorkshopHub.Tests.Sets;

public sealed partial class CalendarTests : IAsyncLifetime
{
    private DatedWorld _dated = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _dated = await DatedWorld.OpenAsync();
        await _dated.LayAsync();
    }

    public ValueTask DisposeAsync() => _dated.DisposeAsync();

    [Fact]
    public async Task A_feed_holds_the_workshops_and_the_own_sets_meetings_at_their_local_time_over_both_clock_changes()
    {
        using var alma = await _dated.AsAsync("Alma Tamm");
        var calendar = await FeedAsync(await MakeAsync(alma));
        Assert.Equal(["Europe/Tallinn"], calendar.TimeZones.Select(zone => zone.TzId));
        Assert.Equal(3 + 17, calendar.Events.Count);
        var meetings = calendar.Events.Where(one => one.Summary!.StartsWith("Set meeting", StringComparison.Ordinal)).OrderBy(one => one.Start!.Value).ToList();
        Assert.Equal(17, meetings.Count);
        Assert.All(meetings, one => Assert.Equal(("Europe/Tallinn", 8, 30), (one.Start!.TzId, one.Start.Value.Hour, one.Start.Value.Minute)));
        // Winter, summer, winter again: the same time on the clock is another moment.
        Assert.Equal(6.5, Utc(meetings, "2030-03-19").TotalHours);
        Assert.Equal(5.5, Utc(meetings, "2030-04-02").TotalHours);
        Assert.Equal(5.5, Utc(meetings, "2030-10-15").TotalHours);
        Assert.Equal(6.5, Utc(meetings, "2030-10-29").TotalHours);
        Assert.All(meetings, one => Assert.EndsWith($"/sets/{_dated.World.Sets[0].Id}/dates", one.Url!.ToString(), StringComparison.Ordinal));
        Assert.Equal("Hexley House", meetings[0].Location);
        Assert.Equal(TimeSpan.FromMinutes(155 + 240), meetings[0].End!.Value - meetings[0].Start!.Value);

        static TimeSpan Utc(List<CalendarEvent> all, string day) =>
            all.Single(one => LocalDay.Text(DateOnly.FromDateTime(one.Start!.Value)) == day).Start!.AsUtc.TimeOfDay;
    }

    [Fact]
    public async Task A_meeting_that_is_moved_or_cancelled_stays_the_same_event_with_a_higher_sequence()
    {
        var address = await MakeAsync(_dated.Mari, _dated.Dates(0), "?handler=Address");
        var before = (await FeedAsync(address)).Events.Single(one => one.Summary == "Set meeting 5, Circle");
        Assert.Equal((0, "CONFIRMED"), (before.Sequence, before.Status));
        using var moved = await _dated.MoveAsync(_dated.Mari, 0, 5, "2030-05-17");
        var meeting = (await _dated.MeetingsAsync(0))[4];
        using var off = await _dated.Mari.PostAsync(_dated.Dates(0), $"?handler=Cancel&meeting={meeting.Id}&version=2&cancel=true");
        var after = (await FeedAsync(address)).Events.Single(one => one.Uid == before.Uid);
        Assert.Equal((2, "CANCELLED", new DateTime(2030, 5, 17, 8, 30, 0)), (after.Sequence, after.Status, after.Start!.Value));
    }

    [Fact]
    public async Task The_address_of_a_set_ends_with_the_first_who_leaves_since_they_know_it()
    {
        var address = await MakeAsync(_dated.Mari, _dated.Dates(0), "?handler=Address");
        using var alma = await _dated.AsAsync("Alma Tamm");
        var own = await MakeAsync(alma);
        Assert.NotEmpty((await FeedAsync(address)).Events);
        await _dated.Site.Writer.RunAsync(writes => writes.Execute("UPDATE membership SET left_at = @Now WHERE person_id = @bo", new { writes.Now, bo = _dated.World["Bo Lind"] }));
        using var gone = await _dated.Mari.GetAsync(new Uri(address).PathAndQuery, Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.NotEmpty((await FeedAsync(own)).Events);
        Assert.NotEmpty((await FeedAsync(await MakeAsync(_dated.Mari, _dated.Dates(0), "?handler=Address"))).Events);
    }

    [Fact]
    public async Task A_new_address_ends_the_one_before_and_an_ended_one_answers_404()
    {
        using var alma = await _dated.AsAsync("Alma Tamm");
        using var nobody = _dated.Site.NewClient();
        var first = await MakeAsync(alma);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync(first, Stop)).StatusCode);
        var second = await MakeAsync(alma);
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(first, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync(second, Stop)).StatusCode);
        using var ended = await alma.PostAsync("/calendar", "?handler=Revoke");
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(second, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/calendar/abcdefghijklmnopqrstuvwxyz.ics", Stop)).StatusCode);
        Assert.Equal("make-calendar-address make-calendar-address end-calendar-address", await _dated.Site.Db.ReadAsync(
            reads => string.Join(' ', reads.Query<string>("SELECT act FROM audit WHERE act LIKE '%calendar%' ORDER BY id")), Stop));
    }

    [Fact]
    public async Task The_file_keeps_only_a_hash_of_the_secret()
    {
        var token = (await MakeAsync(_dated.Mari)).Split('/', '.')[^2];
        Assert.Equal(26, token.Length);
        Assert.Equal(64, await _dated.Site.Db.ReadAsync(reads => reads.First<long>("SELECT length(token_hash) FROM calendar_feed"), Stop));
        Assert.Equal(0, await _dated.Site.Db.ReadAsync(
            reads => reads.First<long>("SELECT count(*) FROM calendar_feed WHERE token_hash LIKE '%' || @token || '%'", new { token }), Stop));
    }

    [Fact]
    public async Task Nobodys_feed_shows_what_is_anothers_and_none_shows_a_word_that_was_written()
    {
        await PromiseAsync("Alma Tamm", "Ring Hollis about the reopened digs", "2030-03-18");
        using var alma = await _dated.AsAsync("Alma Tamm");
        using var cecil = await _dated.AsAsync("Cecil Hart");
        using var uma = await _dated.AsAsync("Uma Supervisor");
        using var otto = await _dated.AsAsync("Otto Outsider");
        var mine = await TextAsync(await MakeAsync(alma));
        Assert.DoesNotContain("Hollis", mine, StringComparison.Ordinal);
        var due = IcsCalendar.Load(mine)!.Events.Single(one => one.Uid!.StartsWith("due-", StringComparison.Ordinal));
        Assert.Equal((false, new DateOnly(2030, 3, 18)), (due.Start!.HasTime, DateOnly.FromDateTime(due.Start.Value)));
        Assert.Equal("TRANSPARENT", due.Transparency);
        var other = await TextAsync(await MakeAsync(cecil));
        Assert.DoesNotContain("due-", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Circle", other, StringComparison.Ordinal);
        Assert.Contains("Triangle", other, StringComparison.Ordinal);
        Assert.Equal(3, (await FeedAsync(await MakeAsync(uma))).Events.Count);
        Assert.Empty((await FeedAsync(await MakeAsync(otto))).Events);
    }

    [Fact]
    public async Task What_was_promised_to_a_set_and_what_a_guest_is_asked_for_are_in_no_calendar()
    {
        await _dated.Site.Writer.RunAsync(writes =>
        {
            var (set, now) = (_dated.World.Sets[0].Id, writes.Now);
            writes.Execute(
                """
                INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
                VALUES ('abcdefghijklmnopqrstuvwxyz', @set, 1, @alma, 'Stand at the yard at six', '2030-03-12', '2030-03-20', @now, @now)
                """, new { set, alma = _dated.World["Alma Tamm"], now });
            return writes.Execute(
                """
                INSERT INTO guest_invitation (set_id, meeting_id, person_id, name, expertise, invited_for, for_date, starts, ends, token_hash, state, answer, created_at, changed_at)
                SELECT @set, min(id), @otto, 'Otto Outsider', 'Dowsing', 'What does a leak look like?', '2030-03-19', '10:00', '10:45', 'x', 'Coming', 'Gladly, with the rods', @now, @now
                FROM set_meeting WHERE set_id = @set
                """, new { set, otto = _dated.World["Otto Outsider"], now });
        }, Stop);
        using var alma = await _dated.AsAsync("Alma Tamm");
        using var otto = await _dated.AsAsync("Otto Outsider");
        foreach (var (feed, key) in new[]
        {
            (await MakeAsync(alma), "action-"), (await MakeAsync(otto), "guest-"), (await MakeAsync(_dated.Mari, _dated.Dates(0), "?handler=Address"), "meeting-"),
        })
        {
            var text = (await TextAsync(feed)).Replace("\r\n ", "", StringComparison.Ordinal); // long lines go on in the next
            Assert.Contains(key, text, StringComparison.Ordinal);
            Assert.DoesNotMatch("yard|Dowsing|leak look|rods|Hollis", text);
        }
    }

    [Fact]
    public async Task Who_leaves_the_set_has_its_meetings_no_longer()
    {
        using var alma = await _dated.AsAsync("Alma Tamm");
        var address = await MakeAsync(alma);
        await _dated.Site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE membership SET left_at = @Now WHERE person_id = @alma", new { writes.Now, alma = _dated.World["Alma Tamm"] }));
        Assert.Empty((await FeedAsync(address)).Events);
    }

    [Theory]
    [InlineData("/calendar?handler=file")]
    [InlineData("set")]
    public async Task The_same_is_there_as_a_file(string page)
    {
        using var answer = await _dated.Mari.GetAsync(page == "set" ? $"{_dated.Dates(0)}?handler=file" : page, Stop);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".ics", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var calendar = IcsCalendar.Load(await answer.Content.ReadAsStringAsync(Stop))!;
        Assert.Equal(page == "set" ? 20 : 3, calendar.Events.Count);
    }

    private async Task PromiseAsync(string who, string text, string due) => await _dated.Site.Writer.RunAsync(writes => writes.Execute(
        """
        INSERT INTO commitment (activity_id, person_id, role, text, due, share, at)
        VALUES (@activity, @person, 'Member', @text, @due, 'Set', @Now)
        """, new { activity = _dated.World.Activities[0], person = _dated.World[who], text, due, writes.Now }));

    private static async Task<string> MakeAsync(HttpClient client, string page = "/calendar", string handler = "")
    {
        using var made = await client.PostAsync(page, handler);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return Address().Match(await made.Content.ReadAsStringAsync(Stop)) is { Success: true } found ? found.Value : throw new InvalidOperationException("No address.");
    }

    private async Task<string> TextAsync(string address)
    {
        using var nobody = _dated.Site.NewClient();
        using var answer = await nobody.GetAsync(address, Stop);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private async Task<IcsCalendar> FeedAsync(string address) => IcsCalendar.Load(await TextAsync(address))!;

    [GeneratedRegex("http://[^<\" ]+/calendar/[a-z2-7]{26}[.]ics")]
    private static partial Regex Address();
}
