using System.Text;
using WorkshopHub.Tests.Data;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;
using WorkshopHub.Web.People.Import;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.People;

/// <summary>A house with its file, into which lists are brought.</summary>
internal sealed class ImportRoom(TestFile file) : IAsyncDisposable
{
    private static readonly IManagerFollows[] _follows = [new SupervisorsFollow()];

    public TestFile File => file;

    public static async Task<ImportRoom> OpenAsync(Action<Writer>? set = null) => new(await TestFile.WritingAsync(set));

    public static ImportTable Table(string text) => ImportFile.Read("people.csv", Encoding.UTF8.GetBytes(text));

    /// <summary>What would happen with a list.</summary>
    public Task<ImportPlan> LookAsync(string text, bool leaveManagersOut = false, params (string Field, string Text, string Choice)[] words) =>
        LookAsync(Table(text), leaveManagersOut, words);

    public Task<ImportPlan> LookAsync(ImportTable table, bool leaveManagersOut = false, params (string Field, string Text, string Choice)[] words) =>
        file.Db.ReadAsync(reads => Plan(reads, table, leaveManagersOut, words));

    /// <summary>Brings a list in and answers what came of it.</summary>
    public Task<ImportPlan> BringAsync(string text, bool leaveManagersOut = false, params (string Field, string Text, string Choice)[] words) =>
        BringAsync(Table(text), leaveManagersOut, words);

    public Task<ImportPlan> BringAsync(ImportTable table, bool leaveManagersOut = false, params (string Field, string Text, string Choice)[] words) =>
        file.Writer.RunAsync(writes =>
        {
            var plan = Plan(writes, table, leaveManagersOut, words);
            ImportWrite.Run(writes, plan, "people.csv", _follows, null);
            return plan;
        });

    /// <summary>Everybody as one line each.</summary>
    public async Task<string> PeopleAsync() => string.Join('\n', (await AllAsync()).Select(one =>
        $"{one.Name}|{one.Email}|{one.JobTitle}|{one.Discipline}|{one.Unit}|{one.Site}|{one.Manager}"));

    public Task<IReadOnlyList<PersonLine>> AllAsync() => file.Db.ReadAsync(reads => PersonLine.Of(reads, new PeopleFilter()));

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private static ImportPlan Plan(Reads reads, ImportTable table, bool leaveManagersOut, (string Field, string Text, string Choice)[] words) =>
        ImportPlan.Of(reads, table, new ImportChoices(
            table.Guess(), [.. words.Select(word => new WordChoice { Field = word.Field, Text = word.Text, Choice = word.Choice })], leaveManagersOut), _follows, null);
}
