using System.Globalization;
using WorkshopHub.Web.Activities.Pulses;

namespace WorkshopHub.Web.Demo;

/// <summary>What people answered in an item, as the kinds' own forms send it.</summary>
internal static class DemoData
{
    /// <summary>Lets it happen while the item runs.</summary>
    public static void Feed(DemoRoom room, DemoPosts posts, DemoLine line)
    {
        var isNow = room.IsRunning && line.Order == room.Last;
        switch (line.Item.Kind, line.Item.Act)
        {
            case ("posts", "Run"):
                posts.Write(room, line);
                break;
            case ("reportout", _):
                DemoReports.Feed(room, line);
                break;
            case ("rounds", "Run"):
                DemoRounds.Feed(room, line);
                break;
            case (_, _) when isNow:
                break;
            case ("poll", "Run"):
                DemoPolls.Feed(room, line);
                break;
            case ("pulse", "Run"):
                Pulse(room, line);
                break;
            case ("oneword", "Run"):
                room.Anonymously(line, [.. Shuffled(room, (line.Content?.Words ?? []).SelectMany(one => Enumerable.Repeat(one.Word, one.Count)))
                    .Select(word => new Dictionary<string, string> { ["words"] = word })]);
                break;
            case ("dotvote", "Run"):
                Dots(room, line);
                break;
            case ("connections", "Run"):
                Connections(room, line);
                break;
            case ("preference", _):
                DemoChoice.Feed(room, line);
                break;
            case ("commitment", "Run"):
                DemoCommitments.Feed(room, line);
                break;
            case ("setquestion", _):
                Questions(room, line);
                break;
            case ("offers", _):
                DemoOffers.Feed(room, line);
                break;
        }
    }

    /// <summary>The same things in another order, the same each time.</summary>
    public static T[] Shuffled<T>(DemoRoom room, IEnumerable<T> things)
    {
        T[] all = [.. things];
        room.Chance.Shuffle(all);
        return all;
    }

    /// <summary>A number as forms send it.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Counts become sheets: each statement's answers are dealt to them anew, so that no sheet is anybody's.</summary>
    private static void Pulse(DemoRoom room, DemoLine line)
    {
        if (line.Content?.Results is not { } results)
        {
            return;
        }

        var dealt = results.ToDictionary(
            one => PulseStatement.Standard[one.StatementNo - 1].Field,
            one => Shuffled(room, one.Counts!.SelectMany((count, index) => Enumerable.Repeat(Text(index + 1), count))));
        room.Anonymously(line, [.. Enumerable.Range(0, dealt.Values.Max(values => values.Length))
            .Select(sheet => dealt.Where(one => sheet < one.Value.Length).ToDictionary(one => one.Key, one => one.Value[sheet]))]);
    }

    /// <summary>Everybody's dots: each takes the posts that have most left to get.</summary>
    private static void Dots(DemoRoom room, DemoLine line)
    {
        var left = (line.Content?.Dots ?? line.Content?.Results ?? []).Where(one => room.Ids.ContainsKey(one.PostId!))
            .ToDictionary(one => room.Ids[one.PostId!], one => one.Dots);
        var sheets = new List<Dictionary<string, string>>();
        while (left.Values.Sum() > 0)
        {
            var three = left.Where(one => one.Value > 0).OrderByDescending(one => one.Value).Take(3).Select(one => one.Key).ToList();
            three.ForEach(post => left[post]--);
            sheets.Add(three.Index().ToDictionary(one => $"dot{one.Index + 1}", one => one.Item));
        }

        room.Anonymously(line, sheets);
    }

    private static void Connections(DemoRoom room, DemoLine line)
    {
        if (room.Programme.Connections is not { } known)
        {
            return;
        }

        var rows = known.Rows.Where(row => row[0].GetString() == line.Content!.Moment)
            .ToLookup(row => row[1].GetString()!, row => (To: row[2].GetString()!, Strength: row[3].GetInt32()));
        var members = room.Programme.Sets.SelectMany(set => set.MemberIds).ToList();
        foreach (var (index, member) in members.Index())
        {
            // Who knows nobody elsewhere says so.
            var fields = rows[member].ToDictionary(row => $"k.{room.Person(row.To)}", row => Text(row.Strength));
            fields.TryAdd($"k.{room.Person(members[(index + 7) % members.Count])}", "0");
            room.Answers(room.At(line, (index + 1.0) / (members.Count + 2)), line, member, fields);
        }
    }

    private static void Questions(DemoRoom room, DemoLine line)
    {
        if (line.Item.Act == "Run")
        {
            foreach (var (at, post) in DemoPosts.Of(room, line))
            {
                var id = room.Ids[post.Id!] = Accounts.Tokens.New();
                room.Answers(at, line, post.AuthorId, new Dictionary<string, string>
                {
                    ["do"] = "ask",
                    ["to"] = Text(room.Set(post.ToSetId!)),
                    ["question"] = post.Text,
                }, id);
            }

            return;
        }

        foreach (var (index, post) in (line.Content?.Posts ?? []).Where(post => post.AnswerToPostId is not null).Index())
        {
            var question = room.Ids[post.AnswerToPostId!];
            room.Answers(room.At(line, 0.5 + (index * 0.06)), line, post.AuthorId, new Dictionary<string, string>
            {
                ["do"] = $"answer.{question}",
                [$"answer.{question}"] = post.Text,
                [$"seen.{question}"] = "0",
            });
        }
    }
}
