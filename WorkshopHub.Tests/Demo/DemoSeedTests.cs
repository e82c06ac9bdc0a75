using WorkshopHub.Web.Data;
using WorkshopHub.Web.Demo;

namespace WorkshopHub.Tests.Demo;

/// <summary>The demo's file: everything of the content up to the moment of the demo, and nothing after it.</summary>
public sealed class DemoSeedTests
{
    private static readonly DateTimeOffset _now = SeededDemo.Now;

    [Fact]
    public async Task Sixty_two_people_have_a_part_in_the_programme()
    {
        await using var file = await SeededAsync();
        Assert.Equal(62, file.File.Ask<long>("""
            SELECT count(*) FROM (
              SELECT m.person_id FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = 1
              UNION SELECT m.supervisor_id FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = 1
              UNION SELECT person_id FROM role_assignment WHERE programme_id = 1)
            """));
        Assert.Equal(70, file.File.Ask<long>(
            "SELECT count(*) FROM person WHERE job_title <> '' AND org_unit_id IS NOT NULL AND site_id IS NOT NULL"));
        Assert.Equal(3, file.File.Ask<long>("SELECT count(*) FROM programme"));
        Assert.Equal(24, file.File.Ask<long>("SELECT count(*) FROM set_draft_person WHERE programme_id = 3 AND position IS NULL"));
        Assert.Equal("Running", file.File.Ask<string>("SELECT state FROM programme WHERE id = 1"));
        Assert.Equal(38, file.File.Ask<long>("SELECT count(*) FROM membership WHERE supervisor_id IS NOT NULL"));
    }

    [Fact]
    public async Task All_twenty_three_items_stand_in_order_and_what_is_not_built_yet_stands_as_a_moment()
    {
        await using var file = await SeededAsync();
        var show = await file.ShowAsync();
        var plan = DemoContent.Load().Programmes[0].Workshops[0].Agenda!;
        Assert.Equal(23, show.Items.Count);
        Assert.Equal(plan.Select(item => (item.Title, (long)item.Minutes)), show.Items.Select(item => (item.Title, item.Minutes)));
        Assert.All(show.Items, item => Assert.False(string.IsNullOrEmpty(item.Purpose)));
        // Each set says its choice before the board of the choice.
        Assert.Equal(
            plan.Select(item => item.Title == "Each set says its choice" ? "preference" : file.Kinds.Has(item.Kind) ? item.Kind : "moment"),
            show.Items.Select(item => item.Kind));
        var posts = file.File.Ask<string>("SELECT prompt FROM activity WHERE title = 'What we heard'");
        Assert.Equal("Write what happened, then what you take from it. No opinions.", posts);
    }

    [Fact]
    public async Task The_kick_off_is_today_and_now_is_in_the_middle_of_what_we_heard()
    {
        await using var file = await SeededAsync();
        var show = await file.ShowAsync();
        Assert.Equal("2026-07-15", show.Workshop.Date);
        Assert.Equal("Live", show.Workshop.State);
        Assert.Equal("What we heard", show.Now!.Title);
        Assert.True(show.Now.IsOpen);
        Assert.InRange(show.Now.Timer.Left(_now).TotalMinutes, 9.9, 10.1);
        Assert.InRange(show.Drift.TotalMinutes, 1, 6);
        Assert.All(show.Items.Take(6), item => Assert.Equal("Done", item.State));
        Assert.Equal(
            show.Items.Take(6).Select(item => item.EndedAt), show.Items.Skip(1).Take(6).Select(item => item.StartedAt));
        Assert.Null(show.Undo);
        Assert.Equal("310482", file.File.Ask<string>("SELECT room_code FROM workshop"));
    }

    [Theory]
    [InlineData("2026-07-15T11:07:42Z")]
    [InlineData("2026-10-25T02:31:00Z")]
    [InlineData("2027-01-01T00:20:00Z")]
    [InlineData("2026-03-29T23:59:59Z")]
    public void The_plan_fits_every_clock(string moment)
    {
        var now = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        var content = DemoContent.Load();
        var plan = content.Programmes[0].Workshops[0];
        int[] minutes = [.. DemoPlan.Of(plan).Select(line => line.Minutes)];
        var day = new DemoDay(content, now, DemoMoment.KickOff, minutes);
        var hours = day.HoursOf(plan, minutes);
        Assert.Equal(TimeSpan.FromMinutes(5), now - hours.Began(DemoMoment.KickOff.Order()));
        Assert.Equal(0, day.Local(hours.Start).Minute % 5);
        Assert.InRange(now - hours.Start, TimeSpan.FromMinutes(111), TimeSpan.FromMinutes(116));
        Assert.InRange((DateOnly.FromDateTime(day.Local(hours.Start)).DayNumber - day.Date(new DateOnly(2026, 3, 10)).DayNumber), 0, 6);
    }

    [Fact]
    public async Task Nothing_of_later_exists()
    {
        await using var file = await SeededAsync();
        var show = await file.ShowAsync();
        Assert.All(show.Items.Skip(7), item => Assert.Equal("Planned", item.State));
        Assert.Equal(
            "Circle, Triangle, Square, Diamond, Hexagon, Star",
            file.File.Ask<string>("SELECT group_concat(name, ', ') FROM (SELECT name FROM sets WHERE programme_id = 1 ORDER BY position)"));
        var posts = file.File.Ask<long>("SELECT count(*) FROM post");
        Assert.InRange(posts, 5, 15);
        Assert.Equal(posts, file.File.Ask<long>(
            "SELECT count(*) FROM post p JOIN activity a ON a.id = p.activity_id WHERE a.title = 'What we heard' AND p.posted_at < '2026-07-15T11:07:42'"));
        Assert.Equal(1, file.File.Ask<long>("SELECT count(*) FROM workshop WHERE programme_id = 1"));
        foreach (var column in new[] { "post.posted_at", "participant.joined_at", "membership.joined_at", "run_move.at", "audit.at", "person.created_at" })
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            Assert.True(string.CompareOrdinal(
                file.File.Ask<string>($"SELECT max({name}) FROM {table}"), Utc.Text(_now)) <= 0, $"{column} is later than now");
        }
    }

    [Fact]
    public async Task Most_people_sit_already_and_one_of_each_set_is_left_to_real_phones()
    {
        await using var file = await SeededAsync();
        Assert.InRange(file.World.Seats.Count, 40, 54);
        Assert.Equal(6, file.World.Free.Count);
        Assert.Equal(file.World.Seats.Count, file.File.Ask<long>("SELECT count(*) FROM device WHERE revoked_at IS NULL"));
        Assert.InRange(file.File.Ask<long>("SELECT count(*) FROM device WHERE assurance = 'Vouched'"), 25, 40);
        Assert.Equal(0, file.File.Ask<long>("SELECT count(*) FROM participant WHERE name IN ('Mateus Rocha', 'Oluwaseun Adeyemi')"));
        Assert.True(file.File.Ask<long>("SELECT min(n) FROM (SELECT count(*) AS n FROM participant WHERE role = 'Member' GROUP BY set_id)") >= 2);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 36)]
    [InlineData(3, 78)] // two days after the third meeting of the sets of the second programme
    public async Task Set_meetings_that_lie_behind_were_held_and_those_to_come_are_planned(int moment, int held)
    {
        await using var file = await SeededDemo.AtAsync((DemoMoment)moment);
        Assert.Equal(72, file.Ask<long>("SELECT count(*) FROM set_meeting m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = 1"));
        Assert.Equal(12, file.Ask<long>("SELECT count(*) FROM set_meeting m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = 2"));
        Assert.Equal(held, file.Ask<long>("SELECT count(*) FROM set_meeting WHERE state = 'Held'"));
        Assert.Equal(0, file.Ask<long>($"SELECT count(*) FROM set_meeting WHERE (date < '{_now:yyyy-MM-dd}') <> (state = 'Held')"));
        Assert.True(string.CompareOrdinal(file.Ask<string>("SELECT max(changed_at) FROM set_meeting"), Utc.Text(_now)) <= 0);
        Assert.True(file.Ask<long>("SELECT count(*) FROM workshop_attendance WHERE reply = 'Yes'") >= 50);
    }

    private static Task<SeededDemo> SeededAsync() => SeededDemo.AtAsync(DemoMoment.KickOff);
}
