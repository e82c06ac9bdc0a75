using IcsCalendar = Ical.Net.Calendar;

namespace WorkshopHub.Tests.Sets;

/// <summary>What stands in a calendar beside workshops and meetings of sets.</summary>
public sealed partial class CalendarTests
{
    [Fact]
    public async Task A_talk_stands_with_the_two_who_have_it_and_with_nobody_else_and_nothing_of_what_is_said_in_it()
    {
        var (alma, uma) = (_dated.World["Alma Tamm"], _dated.World["Uma Supervisor"]);
        await _dated.Site.SetAsync(
            """
            INSERT INTO supervisor_talk (programme_id, person_id, supervisor_id, date, starts, place, word, created_at, created_by, changed_at, changed_by)
            VALUES (@Programme, @alma, @uma, '2030-03-21', '16:00', 'Room 4', 'I dread the night shift', '2030-01-01T09:00:00.000Z', @alma, '2030-01-01T09:00:00.000Z', @alma)
            """, new { _dated.World.Programme, alma, uma });
        var membership = await _dated.Site.OneAsync<long>("SELECT id FROM membership WHERE person_id = @alma", new { alma });
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { "Alma Tamm", "Uma Supervisor", "Bo Lind", "Aada Advisor", "Viktor Supervisor", "Sven Sponsor", "Mari Kask" })
        {
            using var client = await _dated.AsAsync(name);
            addresses[name] = await MakeAsync(client);
        }

        foreach (var (name, other) in new[] { ("Alma Tamm", "Uma Supervisor"), ("Uma Supervisor", "Alma Tamm") })
        {
            var text = await TextAsync(addresses[name]);
            Assert.DoesNotContain("dread", text, StringComparison.Ordinal);
            var talk = IcsCalendar.Load(text)!.Events.Single(one => one.Uid!.StartsWith("talk-", StringComparison.Ordinal));
            Assert.Equal(($"Talk with {other}", "Room 4", new DateTime(2030, 3, 21, 16, 0, 0)), (talk.Summary, talk.Location, talk.Start!.Value));
            Assert.Equal(TimeSpan.FromMinutes(30), talk.End!.Value - talk.Start.Value);
            Assert.EndsWith($"/memberships/{membership}/talks", talk.Url!.ToString(), StringComparison.Ordinal);
        }

        foreach (var (name, address) in addresses.Where(one => one.Key is not ("Alma Tamm" or "Uma Supervisor")))
        {
            Assert.True(!(await TextAsync(address)).Contains("talk-", StringComparison.Ordinal), name);
        }

        // Another supervisor: the one before reads nothing of it any more.
        await _dated.Site.SetAsync("UPDATE membership SET supervisor_id = @viktor WHERE person_id = @alma", new { viktor = _dated.World["Viktor Supervisor"], alma });
        Assert.DoesNotContain("talk-", await TextAsync(addresses["Uma Supervisor"]), StringComparison.Ordinal);
        Assert.DoesNotContain("talk-", await TextAsync(addresses["Viktor Supervisor"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_door_is_due_for_whoever_is_to_open_it_and_says_neither_which_nor_what_for()
    {
        await _dated.Site.SetAsync(
            """
            INSERT INTO door_request (id, set_id, asked_by, asked_of, title, text, needed_by, asked_at)
            VALUES ('abcdefghijklmnopqrstuvwxyz', @set, @alma, @chen, 'A crew for two joints', 'Before the winter', '2030-03-22', '2030-01-01T09:00:00.000Z')
            """, new { set = _dated.World.Sets[0].Id, alma = _dated.World["Alma Tamm"], chen = _dated.World["Chen Champion"] });
        using var chen = await _dated.AsAsync("Chen Champion");
        using var sven = await _dated.AsAsync("Sven Sponsor");
        var (mine, other) = (await MakeAsync(chen), await MakeAsync(sven));
        var text = await TextAsync(mine);
        Assert.DoesNotMatch("joints|winter", text);
        var due = IcsCalendar.Load(text)!.Events.Single(one => one.Uid!.StartsWith("door-", StringComparison.Ordinal));
        Assert.Equal(("Due: a door that you are asked to open", "TRANSPARENT", new DateTime(2030, 3, 22)), (due.Summary, due.Transparency, due.Start!.Value));
        Assert.EndsWith("/doors/abcdefghijklmnopqrstuvwxyz", due.Url!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("door-", await TextAsync(other), StringComparison.Ordinal);
        await _dated.Site.SetAsync("UPDATE door_request SET state = 'Accepted', opens_on = '2030-03-25', answered_by = asked_of, answered_at = '2030-01-02T09:00:00.000Z', version = 2");
        due = (await FeedAsync(mine)).Events.Single(one => one.Uid == due.Uid);
        Assert.Equal(("Due: a door that you promised to open", 1, new DateTime(2030, 3, 25)), (due.Summary, due.Sequence, due.Start!.Value));
        await _dated.Site.SetAsync("UPDATE door_request SET state = 'Opened', version = 3");
        Assert.DoesNotContain("door-", await TextAsync(mine), StringComparison.Ordinal);
    }
}
