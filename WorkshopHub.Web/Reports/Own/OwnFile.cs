using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Records;

namespace WorkshopHub.Web.Reports.Own;

/// <summary>
/// Everything that one person wrote, to take along before it is deleted or becomes a count. Anonymous answers are not in it: nobody
/// knows whose they are.
/// </summary>
public sealed record OwnFile(string Name, string Organisation, IReadOnlyList<OwnPart> Parts)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>How many pieces there are.</summary>
    public int Count => Parts.Sum(part => part.Pieces.Count);

    /// <summary>Reads it for a person; parts without anything are left out.</summary>
    public static OwnFile Of(Reads reads, ActivityKinds kinds, long me)
    {
        var tables = OwnSetSql.All.Concat(OwnPersonSql.All).Select(part => new OwnPart(part.Key, part.Title, [.. reads.Query<OwnPiece>(part.Sql, new { me }).Where(HasWords)]));
        return new OwnFile(
            reads.First<string>("SELECT name FROM person WHERE id = @me", new { me }) ?? "", Settings.Get(reads, Settings.SiteName) ?? "",
            [.. tables.Append(new OwnPart("workshops", "What I said in workshops", Said(reads, kinds, me))).Where(part => part.Pieces.Count > 0)]);
    }

    /// <summary>As a ZIP: Markdown to read, JSON for another program.</summary>
    public byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "my-own.md", Words());
            Put(zip, "my-own.json", JsonSerializer.Serialize(new { format = "workshophub-my-own", version = 1, Name, Organisation, Parts }, _json));
        }

        return stream.ToArray();
    }

    private string Words()
    {
        var text = new Markdown().Head(1, $"{Name}, my own").Say(Organisation);
        foreach (var part in Parts)
        {
            text.Head(2, part.Title);
            foreach (var piece in part.Pieces)
            {
                var head = string.Join(", ", new[] { piece.At.Length >= 10 ? piece.At[..10] : piece.At, piece.Place, piece.About }.Where(word => word.Length > 0));
                text.Head(3, head.Length > 0 ? Line.Clean(head) : part.Title).Say(piece.Text);
            }
        }

        return text.ToString();
    }

    // What is said in an activity is known to its kind alone.
    private static List<OwnPiece> Said(Reads reads, ActivityKinds kinds, long me) =>
    [
        .. from one in reads.Query<Took>(
               """
               SELECT DISTINCT a.id, w.title, w.date FROM participant t JOIN workshop w ON w.id = t.workshop_id JOIN activity a ON a.workshop_id = w.id
               WHERE t.person_id = @me ORDER BY w.date, a.id
               """, new { me })
           let activity = Activity.Find(reads, one.Id)
           where activity is not null && kinds.Has(activity.Kind)
           from said in kinds.Of(activity).SaidBy(reads, activity, me)
           where said.Text.Length > 0
           select new OwnPiece { At = said.At ?? one.Date, Place = $"{one.Title}, {activity.Title}", About = said.Label, Text = said.Text },
    ];

    private static bool HasWords(OwnPiece piece) => piece.Text.Length > 0 || piece.About.Length > 0;

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private sealed record Took
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string Date { get; init; } = "";
    }
}
