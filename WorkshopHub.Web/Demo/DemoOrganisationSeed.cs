using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Demo;

/// <summary>Keeps the organisation, its people, both programmes, their sets, members and roles.</summary>
internal sealed class DemoOrganisationSeed(Writer writer, DemoClock clock, DemoContent content, DemoDay day)
{
    /// <summary>Who can be continued as.</summary>
    public const string FacilitatorKey = "f1";

    // What exists before anything of the programmes does.
    private const int WeeksBefore = 6;

    private readonly Dictionary<string, long> _people = [];
    private readonly Dictionary<string, long> _sets = [];
    private readonly Dictionary<string, long> _programmes = [];
    private readonly Dictionary<string, long> _problems = [];

    /// <summary>A person by key.</summary>
    public long Person(string key) => _people[key];

    /// <summary>A programme by key.</summary>
    public long Programme(string key) => _programmes[key];

    /// <summary>A set by key.</summary>
    public long Set(string key) => _sets[key];

    /// <summary>A problem by key.</summary>
    public long Problem(string key) => _problems[key];

    /// <summary>Writes all of it.</summary>
    public async Task RunAsync(string address)
    {
        clock.Now = day.Morning(content.Programmes[0].StartDate.AddDays(-7 * WeeksBefore));
        await writer.RunAsync(writes =>
        {
            Settings.Set(writes, Settings.SiteName, content.Organisation.Name);
            Settings.Set(writes, Settings.TimeZone, content.Organisation.TimeZone);
            Settings.Set(writes, Settings.SiteAddress, address);
            foreach (var person in content.People)
            {
                _people[person.Id] = Add(writes, person);
            }

            Arrange(writes);
            SignIns.Save(writes, _people[FacilitatorKey], passwordHash: null, admin: true, facilitator: true);
            foreach (var programme in content.Programmes)
            {
                Add(writes, programme);
            }

            DemoComposer.Add(writes, content, day, _people, _people[FacilitatorKey]);
            return true;
        });
        foreach (var membership in content.Programmes.SelectMany(programme => programme.Memberships))
        {
            var accepted = day.Morning(membership.AcceptedAt);
            clock.Now = accepted < day.Now ? accepted : day.Now.AddDays(-1);
            await writer.RunAsync(writes => SetMembers.Join(
                writes, _sets[membership.SetId], _people[membership.PersonId], null, _people[membership.SupervisorId]));
        }
    }

    private long Add(Writes writes, DemoPerson person) => PersonCommands.Add(
        writes, new PersonDetails(person.Name, person.Email, person.JobTitle, content.Unit(person.UnitId)), by: null,
        new PersonWork(DemoPeople.DisciplineOf(person), content.Site(person.SiteId), null));

    /// <summary>Everybody's manager, and the areas above the parts, when all are there.</summary>
    private void Arrange(Writes writes)
    {
        foreach (var person in content.People)
        {
            PersonCommands.Lead(writes, _people[person.Id], DemoPeople.ManagerOf(person) is { } key ? _people[key] : null, null);
        }

        foreach (var (area, units) in DemoPeople.Areas)
        {
            var above = UnitCommands.Add(writes, area, null, null);
            foreach (var unit in units.Select(content.Unit))
            {
                UnitCommands.Change(writes, UnitCommands.Named(writes, unit, null)!.Value, 1, unit, above, null);
            }
        }
    }

    private void Sign(Writes writes, long programme, long? problem, DemoAuthority? signed, long by)
    {
        if (signed is not null && day.Date(signed.SignedAt) <= DateOnly.FromDateTime(day.Now.Date))
        {
            AuthorityCommands.Sign(writes, programme, problem, 0, new AuthorityDetails(
                signed.MayDecide, signed.MustAsk, signed.SpendLimit, signed.Currency, _people[signed.SignedBy],
                $"{day.Date(signed.SignedAt):yyyy-MM-dd}"), by);
        }
    }

    /// <summary>A set is called by the word of its mark until it has chosen a name.</summary>
    private void Add(Writes writes, DemoProgramme programme)
    {
        var by = _people[FacilitatorKey];
        var id = ProgrammeCommands.Add(writes, new ProgrammeDetails(
            programme.Name, programme.Format, programme.TimeMode, $"{day.Date(programme.StartDate):yyyy-MM-dd}",
            $"{day.Date(programme.EndDate):yyyy-MM-dd}"), by);
        _programmes[programme.Id] = id;
        foreach (var (index, set) in programme.Sets.Index())
        {
            _sets[set.Id] = SetCommands.Add(writes, id, Marks.For(index + 1).Word, by);
        }

        foreach (var role in programme.Roles)
        {
            RoleCommands.Give(writes, id, _people[role.PersonId], role.Role, role.SetId is null ? null : _sets[role.SetId], null);
        }

        foreach (var problem in programme.Problems ?? [])
        {
            var added = _problems[problem.Id] = DemoProblems.Add(writes, id, problem, _people, by);
            Sign(writes, id, added, problem.Authority, by);
        }

        Sign(writes, id, null, programme.Authority, by);
    }
}
