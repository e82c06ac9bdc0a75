using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Workshops;

/// <summary>A world for the control room: held today, begun some minutes ago, and the facilitator at a desk.</summary>
internal static class RoomOfToday
{
    /// <summary>Plants the world; the first item is to begin so many minutes ago.</summary>
    public static World Plant(int minutesAgo = 4)
    {
        var world = World.Plant();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn");
        var begin = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddMinutes(-minutesAgo), zone);
        using var connection = new SqliteConnection($"Data Source={world.File};Pooling=False");
        connection.Execute(
            "UPDATE workshop SET date = @date, starts = @starts, place = 'Room 2, Education Centre'",
            new { date = begin.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), starts = begin.ToString("HH:mm", CultureInfo.InvariantCulture) });
        return world;
    }

    /// <summary>Opens the control room of somebody who has signed in.</summary>
    public static async Task ControlAsync(this Visitor visitor, World world, string name = "Mari Kask")
    {
        await visitor.SignInAsync(name);
        await visitor.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/w/{world.Workshop}/control"));
    }

    /// <summary>Is shown the way in at the control room, fills the form and comes to where it was meant to be.</summary>
    public static async Task ControlByHandAsync(this Visitor visitor, World world)
    {
        await visitor.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/signin?returnUrl=/w/{world.Workshop}/control"));
        await visitor.Page.FillAsync("[name=Email]", World.Mail("Mari Kask"));
        await visitor.Page.FillAsync("[name=Password]", World.Password);
        await visitor.Page.ClickAsync("main form [type=submit], form .btn-ink");
    }

    /// <summary>A named post, as a phone would have sent it.</summary>
    public static async Task<string> PostAsync(
        this Site site, World world, string author, string text, string kind = "Learning", string state = "Shown", int activity = 0)
    {
        var id = Web.Accounts.Tokens.New();
        await site.Writer.RunAsync(w =>
        {
            var set = w.First<long?>("SELECT set_id FROM membership WHERE person_id = @person", new { person = world[author] });
            var role = set is null ? "Guest" : "Member";
            w.Execute("""
                INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at)
                VALUES (@ws, @person, @author, @role, @set, @Now) ON CONFLICT DO NOTHING
                """, new { ws = world.Workshop, person = world[author], author, role, set, w.Now });
            w.Execute("""
                INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at)
                SELECT @id, @activity, p.id, p.set_id, @kind, @text, @Now || '-' || printf('%09d', (SELECT count(*) FROM post)) || '-' || @id, @state, @Now
                FROM participant p WHERE p.person_id = @person AND p.workshop_id = @ws
                """, new { id, activity = world.Activities[activity], kind, text, state, w.Now, person = world[author], ws = world.Workshop });
            return 0;
        });
        return id;
    }

    /// <summary>Runs a command as the program does.</summary>
    public static Task<T> WriteAsync<T>(this Site site, Func<Writes, T> command) => site.Writer.RunAsync(command);

    /// <summary>Cuts every connection of the live wire, as a network that drops does.</summary>
    public static Task StopWireAsync(this Site site)
    {
        var mari = site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM person WHERE name = 'Mari Kask'"));
        return mari.ContinueWith(
            person => ((Web.Live.Connections)site.Services.GetService(typeof(Web.Live.Connections))!).Abort(person: person.GetAwaiter().GetResult()),
            TaskScheduler.Default);
    }
}
