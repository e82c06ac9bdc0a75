using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Polls;

namespace WorkshopHub.Tests.Activities.Polls;

public sealed class PollTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public PollTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_choice_is_counted_once_and_can_be_changed()
    {
        await OpenAsync(Sites);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        foreach (var choice in new[] { "North", "North", "South" })
        {
            Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("", more: ("choice", choice))).StatusCode);
        }

        await bo.PostAsync("", more: ("choice", "South"));
        var result = await ResultAsync();
        Assert.Equal([0, 2, 0], result.Counts.Select(count => count.Count));
        Assert.Equal(2, result.Answered);
        Assert.Contains("aria-pressed=\"true\"><b dir=\"auto\">South", await alma.FeedAsync());
    }

    [Theory]
    [InlineData("Nowhere", 422)]
    [InlineData("", 422)]
    [InlineData("<b>North</b>", 422)]
    public async Task What_is_not_on_the_list_is_refused(string choice, int status)
    {
        await OpenAsync(Sites);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var answer = await alma.PostAsync("", more: ("choice", choice));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("choice", answer.Headers.GetValues("X-Field").Single());
        Assert.Equal(0, (await ResultAsync()).Answered);
    }

    [Fact]
    public async Task More_choices_than_allowed_are_refused_and_some_are_taken()
    {
        await OpenAsync(Sites with { Form = PollForm.Several, Most = 2 });
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var all = await alma.PostAsync("", more: [("choice", "North"), ("choice", "South"), ("choice", "Sea")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, all.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("", more: [("choice", "North"), ("choice", "Sea")])).StatusCode);
        Assert.Equal([1, 0, 1], (await ResultAsync()).Counts.Select(count => count.Count));
    }

    [Fact]
    public async Task A_closed_poll_takes_nothing_and_one_that_is_opened_again_does()
    {
        await OpenAsync(Sites);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await alma.PostAsync("", more: ("choice", "North"));
        await CloseAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await alma.PostAsync("", more: ("choice", "Sea"))).StatusCode);
        await OpenAsync(Sites);
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("", more: ("choice", "Sea"))).StatusCode);
        Assert.Equal([0, 0, 1], (await ResultAsync()).Counts.Select(count => count.Count));
    }

    [Fact]
    public async Task An_anonymous_answer_leads_to_nobody_and_only_its_phone_changes_it()
    {
        await OpenAsync(Sites, NameMode.Anonymous);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var secret = Tokens.New();
        await alma.PostAsync("", secret: secret, more: ("choice", "North"));
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("", secret: secret, more: ("choice", "Sea"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await alma.PostAsync("", secret: Tokens.New(), more: ("choice", "South"))).StatusCode);
        Assert.Equal(1, await _site.Db.ReadAsync(reads => reads.First<long>(
            "SELECT count(*) FROM poll_answer WHERE participant_id IS NULL AND set_id IS NULL AND answered_at IS NULL")));
        var result = await ResultAsync();
        Assert.True(result.TooFew);
        Assert.False(result.OnWall);
        Assert.Equal([0, 0, 1], result.Counts.Select(count => count.Count));
    }

    [Fact]
    public async Task Each_set_writes_its_name_and_is_called_so_when_the_poll_closes()
    {
        await OpenAsync(Name);
        using var alma = await VouchedAsync("Alma Tamm");
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("Backfill")).StatusCode);
        await CloseAsync();
        Assert.Equal("Backfill", await NameAsync(0));
        await OpenAsync(Name);
        await _site.Writer.RunAsync(writes =>
        {
            Carried.Settle(writes, Kinds, _world.Workshop);
            return 0;
        });
        Assert.Equal("Circle", await NameAsync(0));
    }

    [Fact]
    public async Task Two_phones_of_a_set_that_differ_are_both_told_and_nothing_is_taken_over()
    {
        await OpenAsync(Name);
        using var alma = await VouchedAsync("Alma Tamm");
        using var bo = await VouchedAsync("Bo Lind");
        await alma.PostAsync("Backfill");
        await bo.PostAsync("Twelve Holes");
        foreach (var phone in new[] { alma, bo })
        {
            var feed = await phone.FeedAsync();
            Assert.Contains("Your set’s phones differ", WebUtility.HtmlDecode(feed));
            Assert.Contains("Backfill", feed);
            Assert.Contains("Twelve Holes", feed);
        }

        await CloseAsync();
        Assert.Equal("Circle", await NameAsync(0));
        await OpenAsync(Name);
        await bo.PostAsync("backfill");
        await CloseAsync();
        Assert.Equal("backfill", await NameAsync(0), ignoreCase: true);
    }

    [Fact]
    public async Task A_name_needs_a_known_person_of_the_set_and_is_the_sets_own()
    {
        await OpenAsync(Name);
        using var claimed = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        Assert.Equal(HttpStatusCode.Forbidden, (await claimed.PostAsync("Backfill")).StatusCode);
        using var cecil = await VouchedAsync("Cecil Hart");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cecil.PostAsync("circle")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cecil.PostAsync("A name that is much too long for a wall")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cecil.PostAsync("  \u202E ")).StatusCode);
        using var sponsor = await VouchedAsync("Sven Sponsor");
        Assert.Equal(HttpStatusCode.Forbidden, (await sponsor.PostAsync("Gold")).StatusCode);
    }

    [Fact]
    public async Task Hands_that_go_up_are_noted_by_name_and_not_this_time_is_not()
    {
        await OpenAsync(Sites with { Carries = PollCarries.Volunteer, Also = "What for?", Choices = ["Advisor", "Expert", "Not this time"] });
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        await alma.PostAsync("Holes that stay shut", more: ("choice", "Expert"));
        await bo.PostAsync("", more: ("choice", "Not this time"));
        await CloseAsync();
        var carried = Assert.Single(await _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop)));
        Assert.Equal(("Volunteer", _world["Alma Tamm"], "Expert: Holes that stay shut"), (carried.Target, carried.PersonId, carried.Text));
    }

    [Fact]
    public async Task Without_scripts_the_form_works_and_says_what_is_wrong_with_what_was_typed()
    {
        await OpenAsync(new PollSettings { Form = PollForm.Text, Longest = 10 });
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var home = $"/w/{_world.Workshop}";
        var activity = _world.Activities[0].ToString(System.Globalization.CultureInfo.InvariantCulture);
        var wrong = await alma.Client.PostFormAsync(home, home, ("activity", activity), ("id", Tokens.New()), ("text", "much too long a word"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("value=\"much too long a word\"", page);
        Assert.Contains("20 characters. Keep it to 10", page);
        var right = await alma.Client.PostFormAsync(home, home, ("activity", activity), ("id", Tokens.New()), ("text", "Harbour"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("Harbour", await alma.FeedAsync());
    }

    [Fact]
    public async Task Nothing_but_the_number_shows_before_it_is_revealed_and_never_what_is_private()
    {
        await OpenAsync(Sites);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await alma.PostAsync("", more: ("choice", "North"));
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE activity SET reveal = 'AfterClose' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.False((await ResultAsync()).OnWall);
        await CloseAsync();
        Assert.True((await ResultAsync()).OnWall);
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE activity SET reveal = 'Never', name_mode = 'Private' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.False((await ResultAsync()).OnWall);
        var (sheet, said) = await _site.Db.ReadAsync(reads =>
        {
            var activity = Activity.Find(reads, _world.Activities[0])!;
            return (Kinds.Of(activity).SheetOf(reads, activity)!, Kinds.Of(activity).SaidIn(reads, activity));
        });
        Assert.Equal([1L], Assert.Single(sheet.Rows));
        Assert.Empty(said);
    }

    private static PollSettings Sites => new() { Choices = ["North", "South", "Sea"] };

    private static PollSettings Name => new() { Form = PollForm.Text, PerSet = true, Carries = PollCarries.SetName, Longest = 16 };

    private ActivityKinds Kinds => (ActivityKinds)_site.Services.GetService(typeof(ActivityKinds))!;

    private async Task OpenAsync(PollSettings settings, NameMode names = NameMode.Named)
    {
        await PlainPhone.OpenAsync(_world, _site);
        await _site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE activity SET kind = 'poll', settings = @json, name_mode = @names WHERE id = @id",
            new { id = _world.Activities[0], json = settings.ToJson(), names = names.ToString() }));
    }

    private Task<int> CloseAsync() => _site.Writer.RunAsync(writes =>
    {
        Carried.Settle(writes, Kinds, _world.Workshop);
        writes.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] });
        Carried.Settle(writes, Kinds, _world.Workshop);
        return 0;
    });

    private async Task<PlainPhone> VouchedAsync(string name)
    {
        var phone = await PlainPhone.JoinAsync(_world, _site, name);
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE device SET assurance = 'Vouched'"));
        return phone;
    }

    private Task<PollResult> ResultAsync() =>
        _site.Db.ReadAsync(reads => PollQueries.Result(reads, Activity.Find(reads, _world.Activities[0])!));

    private Task<string?> NameAsync(int set) =>
        _site.Db.ReadAsync(reads => reads.First<string>("SELECT name FROM sets WHERE id = @Id", new { _world.Sets[set].Id }));
}
