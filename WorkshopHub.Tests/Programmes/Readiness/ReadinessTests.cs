using System.Net;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>Whether a programme is ready: what is missing, what may be overridden and what not, and the steps of its life.</summary>
public sealed class ReadinessTests
{
    private const string Reason = "She meets both her sets in their depots on 12 March, for two hours.";

    public static TheoryData<string, Weight, string, string> Lines => new()
    {
        { "sponsor", Weight.Hard, "No sponsor", "DELETE FROM role_assignment WHERE programme_id = @Id AND role = 'Sponsor'" },
        { "dates", Weight.Warn, "aren’t known", "UPDATE programme SET start_date = NULL WHERE id = @Id" },
        { "length", Weight.Warn, "1 month long", "UPDATE programme SET end_date = '2027-03-31' WHERE id = @Id" },
        { "workshops", Weight.Hard, "The mid-term and the final are not planned yet", "DELETE FROM workshop WHERE programme_id = @Id AND kind <> 'KickOff'" },
        { "workshops", Weight.Hard, "The mid-term is not after the kick-off", "UPDATE workshop SET date = '2027-02-01' WHERE programme_id = @Id AND kind = 'MidTerm'" },
        { "size", Weight.Hard, "Set 1 has three members", "UPDATE membership SET left_at = @Now WHERE person_id = @one" },
        { "size", Weight.Hard, "Set 1 has 7 members", "INSERT INTO person (name, created_at, changed_at) VALUES ('Five', @Now, @Now), ('Six', @Now, @Now), ('Seven', @Now, @Now); INSERT INTO membership (set_id, person_id, supervisor_id, joined_at, accepted_at, time_share_confirmed_at) SELECT @set, id, @uma, @Now, @Now, @Now FROM person WHERE name IN ('Five', 'Six', 'Seven'); INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) SELECT id, 'Ask', @Now, @Now FROM membership WHERE set_id = @set AND id NOT IN (SELECT membership_id FROM developmental_goal)" },
        { "mix", Weight.Warn, "Nils1 Next and Nils2 Next of Set 1 are both from Part 1", "UPDATE person SET org_unit_id = (SELECT org_unit_id FROM person WHERE id = @one) WHERE id = @two" },
        { "mix", Weight.Warn, "Aada Advisor advises people of their own unit", "UPDATE person SET org_unit_id = (SELECT org_unit_id FROM person WHERE id = @one) WHERE id = @aada; DELETE FROM role_assignment WHERE programme_id = @Id AND role = 'Advisor' AND set_id <> @set; INSERT INTO role_assignment (person_id, programme_id, role, set_id) SELECT person_id, @Id, 'Advisor', s.id FROM role_assignment r JOIN sets s ON s.programme_id = @Id AND s.id <> @set WHERE r.role = 'Supervisor' AND r.person_id = @uma" },
        { "mix", Weight.Hard, "whom they lead, are both in Set 1", "UPDATE membership SET supervisor_id = @two WHERE person_id = @one" },
        { "advisor", Weight.Hard, "Set 1 has no advisor", "DELETE FROM role_assignment WHERE role = 'Advisor' AND set_id = @set" },
        { "advisor", Weight.Hard, "Set 1 has two advisors", "INSERT INTO role_assignment (person_id, programme_id, role, set_id) SELECT id, @Id, 'Advisor', @set FROM person WHERE name = 'Otto Outsider'" },
        { "champion", Weight.Hard, "Set 1 has two champions", "INSERT INTO role_assignment (person_id, programme_id, role, set_id) SELECT id, @Id, 'Champion', @set FROM person WHERE name = 'Otto Outsider'" },
        { "champion", Weight.Hard, "Set 1 has no champion", "DELETE FROM role_assignment WHERE role = 'Champion' AND set_id = @set" },
        { "meetings", Weight.Hard, "The meetings of Set 1 have no dates", "DELETE FROM set_meeting WHERE set_id = @set" },
        { "meetings", Weight.Warn, "Meeting 2 of Set 1 is 47 days after the one before", "INSERT INTO set_meeting (set_id, number, date, first_date, created_at, changed_at) VALUES (@set, 2, '2027-05-01', '2027-05-01', @Now, @Now)" },
        { "meetings", Weight.Warn, "Meeting 1 of Set 1 is on the day of a workshop", "UPDATE set_meeting SET date = '2027-03-01' WHERE set_id = @set" },
        { "coming", Weight.Warn, "Uma Supervisor can’t come to the kick-off", "INSERT INTO workshop_attendance (workshop_id, person_id, reply, replied_at, changed_at) SELECT id, @uma, 'No', @Now, @Now FROM workshop WHERE programme_id = @Id AND kind = 'KickOff'" },
        { "accepted", Weight.Hard, "Nils1 Next of Set 1 has not said yes yet", "UPDATE membership SET accepted_at = NULL WHERE person_id = @one" },
        { "time", Weight.Hard, "Uma Supervisor has not released Nils1’s time", "UPDATE membership SET time_share_confirmed_at = NULL WHERE person_id = @one" },
        { "list", Weight.Hard, "Nils1 Next has no supervisor named", "UPDATE membership SET supervisor_id = NULL WHERE person_id = @one" },
        { "problems", Weight.Warn, "Five problems for 5 sets leave no choice", "UPDATE problem SET state = 'Stopped' WHERE programme_id = @Id AND position = 1" },
        { "problems", Weight.Hard, "Four problems are offered for 5 sets", "UPDATE problem SET state = 'Stopped' WHERE programme_id = @Id AND position < 3" },
        { "unoffered", Weight.Show, "One of 7 problems isn’t offered yet", "INSERT INTO problem (programme_id, position, title, created_at, changed_at) VALUES (@Id, 9, 'New', @Now, @Now)" },
        { "authority", Weight.Hard, "isn’t signed", "DELETE FROM authority_statement WHERE programme_id = @Id" },
    };

    [Fact]
    public async Task A_no_stands_on_the_board_though_everybody_who_is_left_said_yes()
    {
        await using var room = await ReadyRoom.OpenAsync();
        Assert.DoesNotContain("Next said no", WebUtility.HtmlDecode(await room.BoardAsync()), StringComparison.Ordinal);
        await room.BreakAsync("UPDATE membership SET left_at = @Now, declined_at = @Now, decline_reason = 'A new post' WHERE person_id = @one");
        Assert.Contains("Nils1 Next said no.", WebUtility.HtmlDecode(await room.BoardAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Each_line_of_the_checklist_is_told_where_it_is_missing(string group, Weight weight, string says, string breaks)
    {
        await using var room = await ReadyRoom.OpenAsync();
        Assert.All(await room.NeedsAsync(), need => Assert.True(need.State == NeedState.Done || need.Stage == Stage.FirstMeeting || need.Group == "replies", need.Plain));
        await room.BreakAsync(breaks);
        var need = await room.OpenAsync(group);
        Assert.Equal(weight, need.Weight);
        var html = WebUtility.HtmlDecode(await room.BoardAsync());
        Assert.Contains($"data-need=\"{need.Key}\" data-weight=\"{weight}\"", html, StringComparison.Ordinal);
        Assert.Contains(says, need.Plain, StringComparison.Ordinal);
        Assert.Equal(weight == Weight.Warn, html.Contains("Override with this reason", StringComparison.Ordinal));
        var (status, _) = await room.PostAsync("?handler=GoOn", ("from", "Recruiting"));
        Assert.Equal(weight == Weight.Show ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(weight == Weight.Show ? "Ready" : "Recruiting", await room.StateAsync());
    }

    [Fact]
    public async Task Fewer_sets_than_usual_are_a_warning_and_none_at_all_is_not_one()
    {
        await using var room = await ReadyRoom.OpenAsync(sets: 2);
        Assert.Equal((Weight.Warn, "Two sets"), ((await room.OpenAsync("number")).Weight, (await room.OpenAsync("number")).Plain));
        await using var empty = await ReadyRoom.OpenAsync(sets: 0);
        Assert.Equal(Weight.Hard, (await empty.OpenAsync("sets")).Weight);
        await empty.BreakAsync("DELETE FROM workshop WHERE programme_id = @Id; UPDATE programme SET end_date = NULL WHERE id = @Id");
        Assert.DoesNotContain(await empty.NeedsAsync(), need => need.Group is "number" or "length" or "list" or "coming" or "replies");
        Assert.DoesNotContain("whether you come", await empty.BoardAsync(), StringComparison.Ordinal);

        // Where there is no kick-off, nothing that is done speaks of one.
        await room.BreakAsync("DELETE FROM workshop WHERE programme_id = @Id");
        var board = WebUtility.HtmlDecode(await room.BoardAsync());
        Assert.Contains("Every member has a supervisor named", board, StringComparison.Ordinal);
        Assert.DoesNotContain("list for the kick-off", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_programme_that_lacks_nothing_goes_from_draft_to_running_and_back()
    {
        await using var room = await ReadyRoom.OpenAsync(state: "Draft");
        Assert.Matches("(?s)Nothing stops the start\\..*are not asked for anything yet", await room.BoardAsync());
        foreach (var (from, to) in new[] { ("Draft", "Recruiting"), ("Recruiting", "Ready") })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=GoOn", ("from", from))).Status);
            Assert.Equal(to, await room.StateAsync());
        }

        // The kick-off settles what each set takes on; before that it doesn't start.
        var (status, html) = await room.PostAsync("?handler=GoOn", ("from", "Ready"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Not yet: Set 1 has not chosen its problem, and 4 more.", html, StringComparison.Ordinal);
        await room.BreakAsync("UPDATE sets SET problem_id = (SELECT p.id FROM problem p WHERE p.programme_id = @Id AND p.position = sets.position) WHERE programme_id = @Id");
        Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=GoOn", ("from", "Ready"))).Status);
        Assert.Equal("Running", await room.StateAsync());

        var (late, _) = await room.PostAsync("?handler=GoOn", ("from", "Ready"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late);
        Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=GoBack", ("from", "Running"))).Status);
        Assert.Equal("Ready", await room.StateAsync());
        Assert.Equal(4, await room.OneAsync<long>("SELECT count(*) FROM audit WHERE thing = 'programme' AND thing_id = @Id"));
    }

    [Fact]
    public async Task Own_problems_and_challenges_are_agreed_before_the_sets_meet()
    {
        await using var room = await ReadyRoom.OpenAsync("OwnProblem", state: "Ready");
        await room.BreakAsync("UPDATE developmental_goal SET agreed_at = NULL, agreed_by = NULL WHERE membership_id = (SELECT id FROM membership WHERE person_id = @one)");
        var signed = await room.OpenAsync("signed");
        Assert.Equal((Weight.Warn, Stage.FirstMeeting, Doer.Supervisors), (signed.Weight, signed.Stage, signed.Who));
        Assert.Contains("Uma Supervisor has not signed what Nils1, Nils10, ", signed.Plain, StringComparison.Ordinal);
        await room.BreakAsync(
            """
            INSERT INTO authority_statement (programme_id, problem_id, may_decide, signed_by, signed_at, created_at, changed_at)
            SELECT programme_id, id, 'Trials', supervisor_id, '2027-01-10', 'now', 'now' FROM problem WHERE owner_id = @one
            """);
        Assert.DoesNotContain("Nils1,", (await room.OpenAsync("signed")).Plain, StringComparison.Ordinal);
        var challenge = await room.OpenAsync("challenge");
        Assert.Equal((Weight.Hard, Stage.FirstMeeting), (challenge.Weight, challenge.Stage));
        Assert.DoesNotContain("Nils1", challenge.Plain, StringComparison.Ordinal);
        await room.BreakAsync("UPDATE problem SET within_sphere_at = NULL, within_sphere_by = NULL, state = 'Proposed' WHERE owner_id = @one");
        Assert.Contains("Uma Supervisor has not confirmed Nils1’s problem", (await room.OpenAsync("sphere")).Plain, StringComparison.Ordinal);
        await room.BreakAsync("UPDATE problem SET sent_at = NULL, within_sphere_at = NULL, within_sphere_by = NULL, state = 'Proposed' WHERE owner_id = @two");
        Assert.Contains("Nils2 Next of Set 1 has not sent a problem to the supervisor yet", (await room.OpenAsync("draft")).Plain, StringComparison.Ordinal);
        await room.BreakAsync("DELETE FROM problem WHERE owner_id = @two");
        Assert.Equal((Weight.Warn, Stage.Ready), ((await room.OpenAsync("draft")).Weight, (await room.OpenAsync("draft")).Stage));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await room.PostAsync("?handler=GoOn", ("from", "Ready"))).Status);
        Assert.Equal("Ready", await room.StateAsync());
    }

    [Fact]
    public async Task A_warning_is_overridden_with_a_sentence_that_is_kept_and_can_be_taken_back()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync("UPDATE programme SET end_date = '2027-03-31' WHERE id = @Id");
        var length = (await room.OpenAsync("length")).Key;
        var (status, html) = await room.PostAsync("?handler=Override", ("Need", length), ("Reason", "<i>ok</i>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("at least one sentence", html, StringComparison.Ordinal);
        Assert.Contains("><i>ok</i></textarea>", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await room.PostAsync("?handler=GoOn", ("from", "Recruiting"))).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=Override", ("Need", length), ("Reason", Reason))).Status);
        var board = WebUtility.HtmlDecode(await room.BoardAsync());
        Assert.Contains("Overridden by Mari Kask", board, StringComparison.Ordinal);
        Assert.Contains(Reason, board, StringComparison.Ordinal);
        Assert.Contains("1 overridden, 0 open", board, StringComparison.Ordinal);
        var over = await room.OneAsync<long>("SELECT id FROM readiness_override WHERE programme_id = @Id");
        Assert.Equal(1, await room.OneAsync<long>("SELECT count(*) FROM audit WHERE act = 'override' AND thing = 'readiness_override'"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await room.PostAsync("?handler=Override", ("Need", length), ("Reason", Reason))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=GoOn", ("from", "Recruiting"))).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=Undo", ("over", ReadyRoom.N(over)))).Status);
        Assert.Equal(NeedState.Open, (await room.OpenAsync("length")).State);
        Assert.Equal(Reason, await room.OneAsync<string>("SELECT reason FROM readiness_override WHERE programme_id = @Id AND undone_at IS NOT NULL"));
    }

    [Theory]
    [InlineData("advisor", "DELETE FROM role_assignment WHERE role = 'Advisor' AND set_id = @set"), InlineData("time", "UPDATE membership SET time_share_confirmed_at = NULL WHERE person_id = @one"), InlineData("meetings", "DELETE FROM set_meeting WHERE set_id = @set")]
    public async Task A_hard_rule_is_never_overridden(string group, string breaks)
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync(breaks);
        var need = await room.OpenAsync(group);
        Assert.Contains($"One thing stops the start: {(group == "meetings" ? "the meetings of Set 1" : need.Plain)}", WebUtility.HtmlDecode(await room.BoardAsync()), StringComparison.Ordinal);
        var (status, _) = await room.PostAsync("?handler=Override", ("Need", need.Key), ("Reason", Reason));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(0, await room.OneAsync<long>("SELECT count(*) FROM readiness_override"));
    }

    [Fact]
    public async Task Who_was_reminded_is_noted_and_the_letter_says_what_is_asked_and_where()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync("DELETE FROM authority_statement WHERE programme_id = @Id");
        var board = WebUtility.HtmlDecode(await room.BoardAsync());
        Assert.Contains("Dear Sven,", board, StringComparison.Ordinal);
        Assert.Contains("We still need from you: your signature", board, StringComparison.Ordinal);
        Assert.Contains(room.Site.Url, board, StringComparison.Ordinal);
        Assert.DoesNotContain("Nudged today", board, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=Nudge", ("Need", "authority"))).Status);
        Assert.Contains("Nudged today", await room.BoardAsync(), StringComparison.Ordinal);
        await room.PostAsync("?handler=Nudge");
        Assert.Equal(2, await room.OneAsync<long>("SELECT count(*) FROM nudge WHERE need = 'authority'"));
    }

    [Fact]
    public async Task The_sponsor_reads_the_board_and_changes_nothing_and_others_see_none_of_it()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync("DELETE FROM authority_statement; DELETE FROM role_assignment WHERE role = 'Advisor' AND set_id = @set; DELETE FROM developmental_goal WHERE membership_id = (SELECT id FROM membership WHERE person_id = @one); UPDATE membership SET accepted_at = NULL WHERE person_id = @one; UPDATE membership SET time_share_confirmed_at = NULL WHERE person_id = @two");
        using var sven = await Office.SignInAsync(room.Site, World.Mail("Sven Sponsor"));
        var board = await sven.GetStringAsync(room.Page, ReadyRoom.Stop);
        Assert.All(["has no advisor", "A supervisor is not done yet", $"/programmes/{ReadyRoom.N(room.Id)}/authority"], words => Assert.Contains(words, board, StringComparison.Ordinal));
        Assert.DoesNotMatch("handler=GoOn|Nils|Uma|goal", board);
        using var tried = await sven.PostFormAsync("/account", $"{room.Page}?handler=GoOn", ("from", "Recruiting"));
        Assert.NotEqual(HttpStatusCode.UnprocessableEntity, tried.StatusCode);
        Assert.Equal("Recruiting", await room.StateAsync());

        // Otto facilitates the other programme, and is nobody here.
        await room.BreakAsync("INSERT INTO role_assignment (person_id, programme_id, role) SELECT id, @Programme, 'Facilitator' FROM person WHERE name = 'Otto Outsider'");
        using var otto = await Office.SignInAsync(room.Site, World.Mail("Otto Outsider"));
        using var refused = await otto.GetAsync(room.Page, ReadyRoom.Stop);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.DoesNotContain("Next Flow", await otto.GetStringAsync("/", ReadyRoom.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_programme_and_own_page_tell_the_same()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync("DELETE FROM role_assignment WHERE role = 'Advisor' AND set_id = @set; DELETE FROM workshop WHERE programme_id = @Id AND kind = 'Final'");
        var needs = await room.NeedsAsync();
        var parts = needs.Where(need => need.Stage == Stage.Ready && need.Weight != Weight.Show).ToList();
        var figure = $"{parts.Count(need => need.State == NeedState.Done)} of {parts.Count}";
        Assert.Contains(figure, WebUtility.HtmlDecode(await room.BoardAsync()).Replace("<span>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var programme = WebUtility.HtmlDecode(await room.Mari.GetStringAsync($"/programmes/{ReadyRoom.N(room.Id)}", ReadyRoom.Stop));
        Assert.Contains(figure, programme, StringComparison.Ordinal);
        Assert.Contains("Set 1 has no advisor", programme, StringComparison.Ordinal);
        Assert.Contains("The final is not planned yet", programme, StringComparison.Ordinal);
        Assert.Contains("Two things stop the start of Next Flow", WebUtility.HtmlDecode(await room.Mari.GetStringAsync("/", ReadyRoom.Stop)), StringComparison.Ordinal);
    }
}
