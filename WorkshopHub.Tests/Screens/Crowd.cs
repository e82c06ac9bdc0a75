using WorkshopHub.Web.Data;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Tests.Screens;

/// <summary>Fills a planted world with the most and the longest that a wall has to bear.</summary>
public static class Crowd
{
    private const string Long =
        "We walked every ward at night with a meter and found that the loudest thing was not the patients, the pumps or " +
        "the phones but our own bin lids, and nobody had ever asked the people who empty them, who had known it for " +
        "years and were glad that somebody came to ask them at last, late as it was.";

    private const string LongName = "Dr Wilhelmina-Alexandra Featherstonehaugh of the Night Porters"; // a title keeps the whole name on cards

    /// <summary>
    /// Six sets with names of sixty characters, and forty posts each by people with names of sixty; a third of the posts has
    /// 280 characters. An earlier item has as many, so that a wall can be split between the two.
    /// </summary>
    public static Task<int> FillAsync(World world, Site site) => site.Writer.RunAsync(
        w =>
        {
            w.Execute("UPDATE sets SET name = substr(name || ' and everything that is around the place where we all of us meet', 1, 60)");
            w.Execute(
                """
                UPDATE agenda_item SET state = 'Done', started_at = '2026-03-10T08:00:00.000Z', ended_at = '2026-03-10T08:30:00.000Z' WHERE id = @earlier;
                UPDATE agenda_item SET state = 'Running', started_at = @Now, timer_running_since = @Now WHERE id = @item;
                UPDATE activity SET state = 'Open', prompt = @prompt WHERE id = @activity;
                UPDATE workshop SET current_item_id = @item WHERE id = @Workshop
                """,
                new
                {
                    w.Now,
                    earlier = world.Items[2],
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
                    VALUES (@Workshop, @name, 'Guest', @set, @Now)
                    """,
                    new { world.Workshop, set, w.Now, name = LongName[..60] });
                w.Execute(
                    """
                    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39)
                    INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at)
                    SELECT substr(lower(translated || 'aaaaaaaaaaaaaaaaaaaaaaaaaa'), 1, 26), activity, @writer, @set, 'Learning',
                           iif(i % 3 = 0, @long, 'Lockers. Half of week one was about lockers.'), printf('2026-03-10T09:%02d:00.000Z%03d', i, @set), 'Shown', @Now
                    FROM (SELECT i, a.value AS activity,
                                 replace(replace(replace(replace('p' || @set || 'x' || i || 'y' || a.value, '0', 'g'), '1', 'h'), '8', 'k'), '9', 'm') AS translated
                          FROM n, json_each(@activities) a)
                    """,
                    new { writer, set, w.Now, @long = Long[..280], activities = $"[{world.Activities[0]}, {world.Activities[2]}]" });
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
