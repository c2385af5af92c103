ALTER TABLE people_people ADD CONSTRAINT fk_people_people_people_teams_team FOREIGN KEY (team) REFERENCES people_teams (id);
ALTER TABLE people_held_roles ADD CONSTRAINT fk_people_held_roles_people_people_person FOREIGN KEY (person) REFERENCES people_people (id);
ALTER TABLE people_invitations ADD CONSTRAINT fk_people_invitations_people_people_person FOREIGN KEY (person) REFERENCES people_people (id);
