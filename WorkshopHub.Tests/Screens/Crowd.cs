using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Screens;

/// <summary>Fills a planted world with the most and the longest that a wall has to bear.</summary>
public static class Crowd
{
    private const string Long =
        "We walked every ward at night with a meter and found that the loudest thing was not the patients, the pumps or " +
        "the phones but our own bin lids, and nobody had ever asked the people who empty them, who had known it for " +
        "years and were glad that somebody came to ask them at last.";

    /// <summary>Twelve sets with names of forty characters, and eight posts each by people with long names.</summary>
    public static Task<int> FillAsync(World world, Site site) => site.Writer.RunAsync(
        w =>
        {
            w.Execute("UPDATE sets SET name = substr(name || ' and everything around the place', 1, 40)");
            for (var position = 7; position <= 12; position++)
            {
                w.Execute(
                    """
                    INSERT INTO sets (programme_id, position, name, created_at, changed_at)
                    VALUES (@Programme, @position, 'Set ' || @position || ' with a name of forty characters!', @Now, @Now)
                    """,
                    new { world.Programme, position, w.Now });
            }

            w.Execute(
                """
                UPDATE agenda_item SET state = 'Running', started_at = @Now, timer_running_since = @Now WHERE id = @item;
                UPDATE activity SET state = 'Open', prompt = @prompt WHERE id = @activity;
                UPDATE workshop SET current_item_id = @item WHERE id = @Workshop
                """,
                new
                {
                    w.Now,
                    item = world.Items[0],
                    activity = world.Activities[0],
                    world.Workshop,
                    prompt = "What did you try since we last met, what happened then, and what surprised you most of all?",
                });
            foreach (var set in w.Query<long>("SELECT id FROM sets ORDER BY position"))
            {
                var writer = w.Insert(
                    """
                    INSERT INTO participant (workshop_id, name, role, set_id, joined_at)
                    VALUES (@Workshop, 'Wilhelmina-Alexandra Featherstonehaugh II', 'Guest', @set, @Now)
                    """,
                    new { world.Workshop, set, w.Now });
                for (var i = 0; i < 8; i++)
                {
                    w.Execute(
                        """
                        INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at)
                        VALUES (@id, @activity, @writer, @set, 'Learning', @text, @key, 'Shown', @Now)
                        """,
                        new
                        {
                            id = WorkshopHub.Web.Accounts.Tokens.New(),
                            activity = world.Activities[0],
                            writer,
                            set,
                            w.Now,
                            text = i % 3 == 0 ? Long : "Lockers. Half of week one was about lockers.",
                            key = string.Create(CultureInfo.InvariantCulture, $"2026-03-10T09:{i:00}:00.000Z{set:000}"),
                        });
                }
            }

            return 0;
        },
        TestContext.Current.CancellationToken);

    /// <summary>Holds a screen on a layout; a spotlight takes the longest post.</summary>
    public static Task<int> HoldAsync(Site site, long screen, ScreenLayout layout, bool dark) => site.Writer.RunAsync(
        w => w.Execute(
            """
            UPDATE screen SET layout = @layout, theme = @theme, version = version + 1,
              post_id = iif(@layout = 'Spotlight', (SELECT id FROM post ORDER BY length(text) DESC LIMIT 1), NULL)
            WHERE id = @screen
            """,
            new { screen, layout = layout.ToString(), theme = dark ? "Dark" : "Light" }),
        TestContext.Current.CancellationToken);

    /// <summary>Puts its posts into seven themes with the longest names.</summary>
    public static bool PutTogether(Writes writes)
    {
        writes.Execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 7)
            INSERT INTO theme (activity_id, name)
            SELECT (SELECT activity_id FROM post LIMIT 1), substr(i || ' The people who knew had never been asked by anybody at all before', 1, 60) FROM n
            """);
        return writes.Execute(
            """
            INSERT INTO post_theme (post_id, theme_id)
            SELECT p.id, t.id
            FROM (SELECT id, row_number() OVER (ORDER BY id) % 7 AS place FROM post
                  WHERE activity_id = (SELECT activity_id FROM post LIMIT 1) AND state = 'Shown') p
            JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM theme) t ON t.place = p.place
            """) > 0;
    }
}
